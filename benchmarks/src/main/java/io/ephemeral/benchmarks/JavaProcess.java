package io.ephemeral.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Separate Java process with the same JDK.
 */
final class JavaProcess {

	private JavaProcess() {
	}

	static Process start(String classPath, Class<?> main, String... arguments) throws IOException {
		return start(List.of(), classPath, main, arguments);
	}

	static Process start(List<String> options, String classPath, Class<?> main, String... arguments)
			throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	static String firstLine(Process process) throws IOException {
		String line = process.inputReader(StandardCharsets.UTF_8).readLine();
		if (line == null) {
			throw new IOException("The process ended without a line");
		}
		return line;
	}

}
