package io.ephemeral.sample.documents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Names that the project knows: properties of the metadata on the class path, and texts,
 * types, methods and numbers in the sources of all modules.
 */
final class KnownNames {

	private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9.-]*)\"");

	private static final Pattern WORD = Pattern.compile("\\w+");

	private final Set<String> properties = new HashSet<>();

	private final Set<String> literals = new HashSet<>();

	private final Set<String> words = new HashSet<>();

	static KnownNames ofProject() throws IOException {
		KnownNames names = new KnownNames();
		for (URL metadata : Collections
			.list(KnownNames.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			names.addProperties(metadata);
		}
		for (Path source : sources()) {
			names.addSource(Files.readString(source));
		}
		return names;
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(".."))) {
			return files.filter((file) -> file.toString().matches(".*/src/.*\\.(java|kt)|.*/error-codes\\.md"))
				.filter((file) -> !file.toString().contains("/sample/documents/"))
				.toList();
		}
	}

	private void addProperties(URL metadata) throws IOException {
		try (InputStream stream = metadata.openStream()) {
			JsonMapper.shared()
				.readTree(stream)
				.path("properties")
				.forEach((property) -> this.properties.add(property.path("name").asString()));
		}
	}

	private void addSource(String source) {
		LITERAL.matcher(source).results().forEach((literal) -> this.literals.add(literal.group(1)));
		WORD.matcher(source).results().forEach((word) -> addWord(word.group()));
	}

	private void addWord(String word) {
		this.words.add(Character.isDigit(word.charAt(0)) ? word.replaceAll("[_L]", "") : word);
	}

	/**
	 * Returns whether this is a property, a group of properties, a metric or the code of
	 * a message.
	 */
	boolean hasProperty(String name) {
		return this.properties.contains(name) || this.literals.contains(name)
				|| this.properties.stream().anyMatch((property) -> property.startsWith(name + "."))
				|| this.literals.contains(name + ".") || isComposed(name);
	}

	/**
	 * Whether the name consists of two texts in the code, such as a prefix and an
	 * outcome.
	 */
	private boolean isComposed(String name) {
		int dot = name.lastIndexOf('.') + 1;
		if (name.endsWith(".active")) {
			return hasProperty(name.substring(0, dot - 1));
		}
		return this.literals.contains(name.substring(0, dot)) && this.literals.contains(name.substring(dot));
	}

	/** Returns whether a metric has this name in Prometheus. */
	boolean hasMeter(String name) {
		String meter = name.replaceFirst("_(seconds_(count|sum|max)|total)$", "");
		return this.literals.stream()
			.filter((literal) -> literal.startsWith("feishu.") && meter.startsWith(prometheus(literal)))
			.anyMatch((literal) -> meter.length() == literal.length()
					|| (literal.endsWith(".") && this.literals.contains(meter.substring(literal.length()))));
	}

	private static String prometheus(String name) {
		return name.replaceAll("[.-]", "_");
	}

	/** Returns whether this word or number is in a source. */
	boolean hasWord(String word) {
		return this.words.contains(word);
	}

}
