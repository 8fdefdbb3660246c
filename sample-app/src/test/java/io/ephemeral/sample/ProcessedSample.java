package io.ephemeral.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The jar of the sample in a process of its own, which runs the code that the build has
 * generated.
 */
final class ProcessedSample implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

	private final Process process;

	private final List<String> log = new ArrayList<>();

	private final URI url;

	/** Starts the jar, and waits until it is ready. */
	ProcessedSample() throws IOException {
		this.process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dspring.aot.enabled=true", "-jar", Path.of("target", "sample-app.jar").toString(), "--server.port=0")
			.redirectErrorStream(true)
			.start();
		BufferedReader output = this.process.inputReader(StandardCharsets.UTF_8);
		String line = output.readLine();
		while (line != null && !line.contains("Started SampleApplication")) {
			this.log.add(line);
			line = output.readLine();
		}
		Thread drain = new Thread(() -> output.lines().forEach((further) -> {
		}));
		drain.setDaemon(true);
		drain.start();
		this.url = URI.create("http://127.0.0.1:" + this.log.stream()
			.map(PORT::matcher)
			.filter(Matcher::find)
			.map((port) -> port.group(1))
			.findFirst()
			.orElseThrow(() -> new IOException("The sample has not started:\n" + String.join("\n", this.log))));
	}

	/** Returns the lines up to the start. */
	List<String> log() {
		return this.log;
	}

	/** Returns the choices of the page, which name the first chat. */
	JsonNode setup() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(this.url.resolve("/api/setup")).build();
		return JsonMapper.shared()
			.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body());
	}

	@Override
	public void close() {
		this.process.destroy();
	}

}
