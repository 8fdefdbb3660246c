package io.ephemeral.feishu.autoconfigure.registration;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.springframework.boot.ansi.AnsiBackground;
import org.springframework.boot.ansi.AnsiColor;
import org.springframework.boot.ansi.AnsiOutput;

/**
 * Prompt on a terminal. Where the terminal has colors, the code is black on white, so
 * that it can be scanned on a dark background too.
 */
final class TerminalPrompt implements RegistrationPrompt {

	private final PrintStream terminal;

	private final Function<URI, List<String>> picture;

	/**
	 * Creates a prompt.
	 * @param terminal the terminal
	 * @param picture lines that draw the link; none without a library for it
	 */
	TerminalPrompt(PrintStream terminal, Function<URI, List<String>> picture) {
		this.terminal = terminal;
		this.picture = picture;
	}

	@Override
	public void show(URI link, Duration validity) {
		List<String> lines = this.picture.apply(link);
		this.terminal.println();
		this.terminal.println(lines.isEmpty() ? "Open this link in Feishu or Lark, or in a browser:"
				: "Scan this code with Feishu or Lark, or open the link below it:");
		this.terminal.println();
		lines.forEach((line) -> this.terminal
			.println(AnsiOutput.toString(AnsiColor.BLACK, AnsiBackground.BRIGHT_WHITE, line)));
		this.terminal.println();
		this.terminal.println(link);
		this.terminal.println();
		this.terminal.println("The page shows what the app gets, and asks you to confirm. It is valid for "
				+ validity.toSeconds() + " seconds.");
		this.terminal.println();
	}

}
