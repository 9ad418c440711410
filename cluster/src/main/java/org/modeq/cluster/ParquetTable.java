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
                writer.write(group(schema, plan.values(studies.get(row.index()), row)));
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

    private static Group group(MessageType schema, List<Object> values) {
        Group group = new SimpleGroup(schema);
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value instanceof Integer number) {
                group.add(column, (int) number);
            } else if (value instanceof Long number) {
                group.add(column, (long) number);
            } else if (value instanceof Double number) {
                group.add(column, (double) number);
            } else {
                group.add(column, value.toString());
            }
        }
        return group;
    }
}
