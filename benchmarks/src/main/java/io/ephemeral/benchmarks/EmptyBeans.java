package io.ephemeral.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Starter whose beans do nothing, as many as those of the library: what their number
 * alone costs at a start. Each bean has a class of its own with a few methods, and needs
 * the bean before it.
 */
final class EmptyBeans {

	/** The library has 35 beans in 5 configurations if nothing is set but an app. */
	private static final int CONFIGURATIONS = 5;

	private static final int BEANS_EACH = 7;

	/** Most beans of the library have 7 to 14 methods. */
	private static final int METHODS_EACH = 8;

	private EmptyBeans() {
	}

	/**
	 * Creates the JAR of the starter.
	 * @param folder new folder for the JAR
	 * @param classPath class path with Spring Boot
	 * @return the JAR
	 */
	static Path create(Path folder, String classPath) throws IOException {
		Path sources = Files.createDirectories(folder.resolve("sources/empty"));
		Path classes = Files.createDirectories(folder.resolve("classes"));
		Path imports = Files.createDirectories(classes.resolve("META-INF/spring"))
			.resolve("org.springframework.boot.autoconfigure.AutoConfiguration.imports");
		for (int bean = 0; bean < CONFIGURATIONS * BEANS_EACH; bean++) {
			Files.writeString(sources.resolve("Bean" + bean + ".java"), bean(bean));
		}
		for (int i = 0; i < CONFIGURATIONS; i++) {
			Files.writeString(sources.resolve("Configuration" + i + ".java"), configuration(i));
		}
		Files.write(imports, lines(0, CONFIGURATIONS, "empty.Configuration%d"::formatted).lines().toList());
		Path jar = folder.resolve("empty.jar");
		StartupProgram.compile(sources, classes, classPath);
		StartupProgram.pack(classes, jar);
		return jar;
	}

	private static String bean(int bean) {
		return """
				package empty;

				public final class Bean%d {

					private final Object needed;

					public Bean%1$d(Object needed) {
						this.needed = needed;
					}

				%s

				}
				""".formatted(bean, lines(0, METHODS_EACH, """
					public String method%1$d(String text) {
						return this.needed + text + %1$d;
					}
				"""::formatted));
	}

	private static String configuration(int configuration) {
		int first = configuration * BEANS_EACH;
		return """
				package empty;

				import org.springframework.boot.autoconfigure.AutoConfiguration;
				import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
				import org.springframework.context.annotation.Bean;

				@AutoConfiguration
				public class Configuration%d {

				%s

				}
				""".formatted(configuration, lines(first, first + BEANS_EACH, (bean) -> """
					@Bean
					@ConditionalOnMissingBean
					Bean%1$d bean%1$d(%2$s) {
						return new Bean%1$d(%3$s);
					}
				""".formatted(bean, (bean > 0) ? "Bean%d needed".formatted(bean - 1) : "",
				(bean > 0) ? "needed" : "\"none\"")));
	}

	private static String lines(int from, int to, IntFunction<String> line) {
		return IntStream.range(from, to).mapToObj(line).collect(Collectors.joining("\n"));
	}

}
