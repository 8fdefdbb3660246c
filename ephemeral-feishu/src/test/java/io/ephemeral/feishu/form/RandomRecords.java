package io.ephemeral.feishu.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

/**
 * Random records that are compiled at run time.
 */
final class RandomRecords {

	private static final int RECORDS = Integer.getInteger("records", 300);

	private final List<Class<? extends Record>> types;

	private final Class<?> handlers;

	private RandomRecords(List<Class<? extends Record>> types, Class<?> handlers) {
		this.types = types;
		this.handlers = handlers;
	}

	/** Creates the records of a seed. */
	static RandomRecords create(long seed) {
		try {
			Path classes = Files.createTempDirectory("records");
			try (URLClassLoader loader = new URLClassLoader(new URL[] { classes.toUri().toURL() },
					RandomRecords.class.getClassLoader())) {
				compile(new RandomRecordSource(seed).create(RECORDS), classes);
				return load(loader);
			}
			finally {
				FileSystemUtils.deleteRecursively(classes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void compile(String source, Path classes) {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter messages = new StringWriter();
		List<String> options = List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"),
				"-parameters", "-proc:none");
		boolean compiled = compiler
			.getTask(messages, null, null, options, null, List.of(new SourceFile(RandomRecordSource.NAME, source)))
			.call();
		Assert.state(compiled, () -> messages + source);
	}

	/** Loads all classes, because their files are deleted. */
	private static RandomRecords load(ClassLoader loader) {
		try {
			Class<?> all = Class.forName(RandomRecordSource.NAME, true, loader);
			List<Class<?>> nested = List.of(all.getDeclaredClasses());
			for (Class<?> type : nested) {
				Class.forName(type.getName(), true, loader);
			}
			List<Class<? extends Record>> types = IntStream.range(0, RECORDS)
				.<Class<? extends Record>>mapToObj((index) -> find("R" + index, nested).asSubclass(Record.class))
				.toList();
			return new RandomRecords(types, find("Handlers", nested));
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> find(String name, List<Class<?>> types) {
		return types.stream().filter((type) -> type.getSimpleName().equals(name)).findFirst().orElseThrow();
	}

	List<Class<? extends Record>> types() {
		return this.types;
	}

	/**
	 * Creates an object with a {@code @CardAction} method for each record.
	 * @return supplies the record that it has received last
	 */
	@SuppressWarnings("unchecked")
	Supplier<Record> handlers() {
		try {
			return (Supplier<Record>) this.handlers.getConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static final class SourceFile extends SimpleJavaFileObject {

		private final String source;

		SourceFile(String name, String source) {
			super(URI.create("string:///" + name.replace('.', '/') + JavaFileObject.Kind.SOURCE.extension),
					JavaFileObject.Kind.SOURCE);
			this.source = source;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.source;
		}

	}

}
