package io.ephemeral.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.springframework.boot.SpringApplicationAotProcessor;

/**
 * {@link StartupApplication} with the options and the class path of its JVM.
 */
record StartupProgram(List<String> options, String classPath) {

	private static final String[] ARGUMENTS = { "--spring.main.banner-mode=off", "--feishu.app-id=cli_benchmark",
			"--feishu.app-secret=benchmark" };

	/** Lines of the JVM, which may warn, are not figures. */
	static StartupProgram plain(String classPath) {
		return new StartupProgram(List.of("-Xlog:disable", "-Xlog:all=error:stderr"), classPath);
	}

	/**
	 * Starts the program, and returns its {@linkplain StartupBenchmark#figures()
	 * figures}.
	 */
	double[] start() throws IOException, InterruptedException {
		Process process = JavaProcess.start(this.options, this.classPath, StartupApplication.class, ARGUMENTS);
		String figures = JavaProcess.firstLine(process);
		process.waitFor();
		return Pattern.compile(" ").splitAsStream(figures).mapToDouble(Double::parseDouble).toArray();
	}

	/**
	 * Returns the program with the code that Spring generates ahead of time.
	 * @param folder new folder for the code
	 */
	StartupProgram processed(Path folder) throws IOException, InterruptedException {
		Path classes = Files.createDirectories(folder.resolve("classes"));
		Path sources = Files.createDirectories(folder.resolve("sources"));
		List<String> arguments = new ArrayList<>(List.of(StartupApplication.class.getName(), sources.toString(),
				classes.toString(), classes.toString(), "io.ephemeral", "benchmarks"));
		arguments.addAll(List.of(ARGUMENTS));
		require(JavaProcess.start(this.classPath, SpringApplicationAotProcessor.class, arguments.toArray(String[]::new))
			.waitFor());
		compile(sources, classes, this.classPath);
		// An archive does not accept folders of classes.
		Path jar = folder.resolve("processed.jar");
		pack(classes, jar);
		return new StartupProgram(with("-Dspring.aot.enabled=true"), jar + File.pathSeparator + this.classPath);
	}

	static void compile(Path sources, Path classes, String classPath) throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString()));
		try (Stream<Path> files = Files.walk(sources)) {
			files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
		}
		require(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)));
	}

	static void pack(Path classes, Path jar) throws IOException {
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream entries = new JarOutputStream(file);
				Stream<Path> files = Files.walk(classes)) {
			files.filter(Files::isRegularFile).forEach((path) -> {
				try {
					entries.putNextEntry(new JarEntry(classes.relativize(path).toString()));
					Files.copy(path, entries);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	/**
	 * Returns the program with an archive of the classes that one start has loaded: an
	 * AOT cache on Java 25, and a dynamic CDS archive before.
	 */
	StartupProgram archived(Path archive) throws IOException, InterruptedException {
		boolean cache = Runtime.version().feature() >= 25;
		new StartupProgram(with((cache ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive),
				this.classPath)
			.start();
		return new StartupProgram(with((cache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive), this.classPath);
	}

	private List<String> with(String option) {
		return Stream.concat(this.options.stream(), Stream.of(option)).toList();
	}

	private static void require(int exitCode) {
		if (exitCode != 0) {
			throw new IllegalStateException("A step of the preparation has failed");
		}
	}

}
