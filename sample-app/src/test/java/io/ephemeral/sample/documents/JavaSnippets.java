package io.ephemeral.sample.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.util.JavacTask;

/**
 * Compiler of Java code in documents. It completes a fragment to a class: declarations
 * become members, statements and expressions the bodies of methods. Names that a fragment
 * does not declare are those of the file {@code documents/Scene.java}.
 */
final class JavaSnippets {

	/** Blank lines between parts that begin at the left margin. */
	private static final Pattern BETWEEN_PARTS = Pattern.compile("\\n\\n+(?=[^\\s}])");

	private static final Pattern IMPORTS = Pattern.compile("(?m)^import [^\\n]*\\n");

	/** Code that a document omits. */
	private static final Pattern OMITTED = Pattern.compile("…(?= })");

	private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

	/** Shared by all tasks, because it opens each JAR once. */
	private final StandardJavaFileManager files = this.compiler.getStandardFileManager(null, null, null);

	private final String scene = scene();

	private static String scene() {
		try (var stream = JavaSnippets.class.getResourceAsStream("/documents/Scene.java")) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Compiles the blocks, each for itself.
	 * @return the errors, each with the place of its block
	 */
	List<String> errors(List<CodeBlock> blocks) {
		List<JavaFileObject> sources = new ArrayList<>();
		sources.add(new Source("Scene", this.scene));
		for (int i = 0; i < blocks.size(); i++) {
			sources.add(new Source(blocks.get(i).place(), unit("Snippet" + i, blocks.get(i))));
		}
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try {
			task(sources, diagnostics).analyze();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return errors(diagnostics);
	}

	private JavacTask task(List<JavaFileObject> sources, DiagnosticCollector<JavaFileObject> diagnostics) {
		return (JavacTask) this.compiler.getTask(null, this.files, diagnostics, List.of("-proc:none"), null, sources);
	}

	private static List<String> errors(DiagnosticCollector<JavaFileObject> diagnostics) {
		return diagnostics.getDiagnostics()
			.stream()
			.filter((diagnostic) -> diagnostic.getKind() == Kind.ERROR)
			.map(JavaSnippets::describe)
			.toList();
	}

	private static String describe(Diagnostic<? extends JavaFileObject> error) {
		if (!(error.getSource() instanceof Source source)) {
			return error.getMessage(Locale.ROOT);
		}
		String line = source.code.lines().skip(error.getLineNumber() - 1).findFirst().orElse("");
		return source.place + ": " + error.getMessage(Locale.ROOT) + " in: " + line.strip();
	}

	private String unit(String name, CodeBlock block) {
		String imports = IMPORTS.matcher(this.scene)
			.results()
			.map((line) -> line.group())
			.collect(Collectors.joining());
		String own = IMPORTS.matcher(block.code()).results().map((line) -> line.group()).collect(Collectors.joining());
		String code = IMPORTS.matcher(block.code()).replaceAll("").strip();
		List<String> parts = BETWEEN_PARTS
			.splitAsStream(OMITTED.matcher(code).replaceAll("throw new UnsupportedOperationException();"))
			.toList();
		StringBuilder members = new StringBuilder();
		for (int i = 0; i < parts.size(); i++) {
			members.append(members(parts.get(i), i)).append('\n');
		}
		String scene = block.place().startsWith("testing") ? "TestScene" : "Scene";
		return "package documents;\n" + imports + own + "class " + name + " extends Helpers {\nclass Code extends "
				+ scene + " {\n" + members + "}\n}\n";
	}

	/** The part as members of a class, in the first form that the compiler can read. */
	private String members(String part, int number) {
		String result = part.startsWith("return ") ? "Object" : "void";
		return Stream
			.of(part, result + " run" + number + "() throws Exception {\n" + part + "\n}",
					value("value" + number, part))
			.filter(this::isReadable)
			.findFirst()
			.orElseGet(() -> values(part, number));
	}

	/** The lines of the part as expressions. */
	private static String values(String part, int number) {
		List<String> lines = part.lines().toList();
		return lines.stream()
			.map((line) -> value("value" + number + "_" + lines.indexOf(line), line))
			.collect(Collectors.joining());
	}

	private static String value(String name, String expression) {
		return "Object " + name + "() throws Exception {\nreturn\n" + expression + "\n;\n}\n";
	}

	private boolean isReadable(String members) {
		DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
		try {
			task(List.of(new Source("Part", "class Part {\n" + members + "\n}")), diagnostics).parse();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return errors(diagnostics).isEmpty();
	}

	/** Source in memory. */
	private static final class Source extends SimpleJavaFileObject {

		private final String place;

		private final String code;

		private Source(String place, String code) {
			super(URI.create("memory:///" + place.replace(':', '/') + ".java"), JavaFileObject.Kind.SOURCE);
			this.place = place;
			this.code = code;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return this.code;
		}

		@Override
		public String getName() {
			return this.place;
		}

		@Override
		public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
			return true;
		}

	}

}
