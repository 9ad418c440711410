package org.modeq.numeric.plot;

import java.util.Locale;
import org.modeq.numeric.plot.Plot.Curve;
import org.modeq.numeric.plot.Plot.Mark;

/** The marks of a picture as a table. */
final class CurveTable {
    private CurveTable() {}

    static String of(Plot plot) {
        StringBuilder table = new StringBuilder("curve,x,y,sign\n");
        for (Curve curve : plot.curves()) {
            for (Mark mark : curve.marks()) {
                table.append('"').append(curve.name().replace("\"", "\"\"")).append("\",");
                table.append(mark.x()).append(',').append(mark.y()).append(',');
                table.append(mark.sign().name().toLowerCase(Locale.ROOT)).append('\n');
            }
        }
        return table.toString();
    }
}
