package org.modeq.cluster;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.modeq.numeric.sweep.SweepPlan;
import org.modeq.numeric.sweep.SweepRow;

/** The table of a sweep as one Parquet file: the columns of {@code results.csv} with their types. */
final class ParquetTable {
    private ParquetTable() {}

    /** Writes the file as a whole or not at all. */
    static void write(SweepPlan plan, List<SweepRow> rows, Path file) throws IOException {
        MessageType schema = schema(plan);
        List<SweepPlan.Study> studies = plan.studies();
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(beside))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .build()) {
            for (SweepRow row : rows) {
                writer.write(group(schema, studies.get(row.index()), row));
            }
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static MessageType schema(SweepPlan plan) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String column : plan.columns()) {
            switch (column) {
                case "study", "steps" -> schema.required(INT32).named(column);
                case "seed" -> schema.required(INT64).named(column);
                case "problem", "method" ->
                    schema.required(BINARY)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(column);
                default -> schema.required(DOUBLE).named(column);
            }
        }
        return schema.named("sweep");
    }

    private static Group group(MessageType schema, SweepPlan.Study study, SweepRow row) {
        Group group = new SimpleGroup(schema)
                .append("study", study.index())
                .append("problem", study.problem().name())
                .append("method", study.method().name())
                .append("seed", study.seed())
                .append("h", study.stepSize())
                .append("steps", study.steps())
                .append("moved", row.moved());
        int firstError = group.getType().getFieldCount() - row.errors().size();
        for (int place = 0; place < row.errors().size(); place++) {
            group.add(firstError + place, (double) row.errors().get(place));
        }
        return group;
    }
}
