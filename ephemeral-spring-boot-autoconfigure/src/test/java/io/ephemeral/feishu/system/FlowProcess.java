package io.ephemeral.feishu.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.flow.CardFlows;
import io.ephemeral.feishu.simulator.FeishuSimulator;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Process of its own with an application that has a {@link LeaveFlow}. Each line on its
 * standard input starts one, and its end ends the process.
 */
final class FlowProcess implements AutoCloseable {

	private static final String READY = "ready ";

	private static final String SENT = "sent";

	private final Process process;

	private final BufferedReader output;

	private final PrintWriter input;

	private final URI url;

	private FlowProcess(Process process) throws IOException {
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
		this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
		this.url = URI.create("http://127.0.0.1:" + await(READY) + "/feishu");
	}

	/** Starts a process, and waits until it accepts clicks. */
	static FlowProcess start(FeishuSimulator feishu) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), FlowProcess.class.getName()));
		command.addAll(List.of("--feishu.base-url=" + feishu.baseUrl(), "--feishu.app-id=" + feishu.appId(),
				"--feishu.app-secret=" + feishu.appSecret(), "--feishu.callback.path=/feishu",
				"--feishu.callback.encrypt-key=" + feishu.encryptKey(),
				"--feishu.callback.verification-token=" + feishu.verificationToken(), "--feishu.redis.enabled=false",
				"--feishu.jdbc.enabled=false"));
		try {
			return new FlowProcess(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	URI url() {
		return this.url;
	}

	/** Shows the first card of a flow, and waits until it is sent. */
	void startFlow(String chat, String viewer, String title) throws IOException {
		this.input.println(String.join(" ", chat, viewer, title));
		await(SENT);
	}

	private String await(String prefix) throws IOException {
		String line = this.output.readLine();
		while (line != null && !line.startsWith(prefix)) {
			line = this.output.readLine();
		}
		if (line == null) {
			throw new IOException("The process has ended");
		}
		return line.substring(prefix.length());
	}

	/** Kills the process, which gets no chance to finish anything. */
	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	public static void main(String... arguments) throws IOException {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(TestApplication.class,
				LeaveFlow.class)
			.web(WebApplicationType.SERVLET)
			.properties("server.port=0", "server.address=127.0.0.1", "logging.level.root=error",
					"spring.main.banner-mode=off")
			.run(arguments)) {
			System.out.println(READY + context.getEnvironment().getRequiredProperty("local.server.port"));
			BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				String[] parts = line.split(" ", 3);
				context.getBean(EphemeralCardTemplate.class)
					.send(new ChatId(parts[0]), Viewer.openId(parts[1]),
							context.getBean(CardFlows.class).start(LeaveFlow.class, new LeaveFlow.Leave(parts[2], "")));
				System.out.println(SENT);
			}
		}
	}

}
