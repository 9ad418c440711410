package org.modeq.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.modeq.cli.FormatOption.Format;
import org.modeq.numeric.kernel.Kernels;
import org.modeq.numeric.kernel.ProductKernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code modeq info}: the versions and what multiplies matrices here, for a report of a fault or of a figure. */
@Command(
        name = "info",
        description = "Show versions, the kernel that multiplies matrices, threads and memory.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "MODEQ_KERNEL names another kernel, MODEQ_THREADS the number of threads of a large product of matrices.",
            "",
            "Examples:",
            "  modeq info",
            "  modeq info --json",
            "  MODEQ_KERNEL=plain MODEQ_THREADS=2 modeq info"
        })
final class InfoCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1 << 20;

    @Mixin
    private FormatOption format;

    @Mixin
    private Output output;

    @SuppressWarnings("NullAway.Init")
    InfoCommand() {}

    @Override
    public Integer call() {
        boolean isJson = format.among(Format.TEXT, Format.JSON) == Format.JSON;
        ProductKernel kernel = Kernels.chosen();
        List<ProductKernel> found = Kernels.found();
        output.write(isJson ? json(kernel, found) : text(kernel, found));
        return Main.DONE;
    }

    private static String text(ProductKernel kernel, List<ProductKernel> found) {
        String names = found.stream().map(ProductKernel::name).collect(Collectors.joining(", "));
        return line("modeq", Main.Version.number())
                + line("Java", property("java.version") + ", " + property("java.vm.name"))
                + line("vendor", property("java.vendor"))
                + line("system", system() + ", " + processors() + " processors")
                + line("memory", "at most " + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB")
                + line("kernel", kernel.name() + ": " + described(kernel))
                + line("found", names)
                + line("threads", String.valueOf(Kernels.threads()));
    }

    private static String described(ProductKernel kernel) {
        return kernel.description() + (kernel.width() == 1 ? "" : ", " + kernel.width() + " doubles at a time");
    }

    private static String json(ProductKernel kernel, List<ProductKernel> found) {
        ObjectNode root = Json.document().put("modeq", Main.Version.number());
        root.putObject("java")
                .put("version", property("java.version"))
                .put("vendor", property("java.vendor"))
                .put("machine", property("java.vm.name"));
        root.putObject("system")
                .put("name", property("os.name"))
                .put("version", property("os.version"))
                .put("architecture", property("os.arch"))
                .put("processors", processors());
        root.put("memory", Runtime.getRuntime().maxMemory());
        ObjectNode chosen = root.putObject("kernel")
                .put("name", kernel.name())
                .put("description", kernel.description())
                .put("width", kernel.width());
        ArrayNode names = chosen.putArray("found");
        found.forEach(each -> names.add(each.name()));
        root.put("threads", Kernels.threads());
        return Json.write(root);
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-9s%s\n", name, value);
    }

    private static String system() {
        return property("os.name") + " " + property("os.version") + ", " + property("os.arch");
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
