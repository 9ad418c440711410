package org.modeq.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The browser of this machine, by the command that desktops have for it. */
final class Desktop {
    private Desktop() {}

    /**
     * Opens an address.
     *
     * @param address of a page or a file
     * @return the command that is not here, if there is none
     */
    static Optional<String> browse(String address) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String command = system.contains("mac") ? "open" : system.contains("win") ? "explorer" : "xdg-open";
        try {
            new ProcessBuilder(command, address)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return Optional.empty();
        } catch (IOException none) {
            return Optional.of(command);
        }
    }
}
