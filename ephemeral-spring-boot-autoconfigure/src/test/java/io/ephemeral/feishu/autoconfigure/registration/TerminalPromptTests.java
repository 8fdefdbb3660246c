package io.ephemeral.feishu.autoconfigure.registration;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ansi.AnsiOutput;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalPromptTests {

	private static final URI LINK = URI.create("https://accounts.feishu.cn/page?user_code=AB-12");

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final PrintStream terminal = new PrintStream(this.output, true, StandardCharsets.UTF_8);

	@AfterEach
	void resetColors() {
		AnsiOutput.setEnabled(AnsiOutput.Enabled.DETECT);
	}

	@Test
	void showWhenThereAreColorsThenCodeIsBlackOnWhite() {
		AnsiOutput.setEnabled(AnsiOutput.Enabled.ALWAYS);

		new TerminalPrompt(this.terminal, (link) -> List.of("█ ▀")).show(LINK, Duration.ofMinutes(10));

		assertThat(text()).contains("\u001B[30;107m█ ▀\u001B[", LINK.toString(), "valid for 600 seconds");
	}

	@Test
	void showWhenThereIsNoPictureThenLinkIsShown() {
		new TerminalPrompt(this.terminal, (link) -> List.of()).show(LINK, Duration.ofMinutes(1));

		assertThat(text()).contains("Open this link", LINK.toString()).doesNotContain("Scan");
	}

	private String text() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

}
