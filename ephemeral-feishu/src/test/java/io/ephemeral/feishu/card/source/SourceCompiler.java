package io.ephemeral.feishu.card.source;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import io.ephemeral.feishu.card.CardContent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compiles sources of cards, and calls their methods.
 */
final class SourceCompiler {

	private SourceCompiler() {
	}

	/**
	 * Returns the card of each source.
	 * @param sources sources by the names of their classes
	 * @param folder empty folder for the classes
	 */
	static Map<String, CardContent> cards(Map<String, String> sources, Path folder) {
		compile(sources, folder);
		Map<String, CardContent> cards = new LinkedHashMap<>();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
				SourceCompiler.class.getClassLoader())) {
			for (String name : sources.keySet()) {
				Method method = loader.loadClass(name).getDeclaredMethod("card");
				method.setAccessible(true);
				cards.put(name, (CardContent) method.invoke(null));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
		return cards;
	}

	static void compile(Map<String, String> sources, Path folder) {
		List<JavaFileObject> files = sources.entrySet()
			.stream()
			.<JavaFileObject>map((source) -> new Source(source.getKey(), source.getValue()))
			.toList();
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		StringWriter messages = new StringWriter();
		boolean compiled = ToolProvider.getSystemJavaCompiler()
			.getTask(messages, null, null, List.of("-d", folder.toString(), "-classpath", classPath, "-proc:none"),
					null, files)
			.call();
		assertThat(compiled).as(messages.toString()).isTrue();
	}

	private static final class Source extends SimpleJavaFileObject {

		private final String content;

		Source(String name, String content) {
			super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
			this.content = content;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.content;
		}

	}

}
