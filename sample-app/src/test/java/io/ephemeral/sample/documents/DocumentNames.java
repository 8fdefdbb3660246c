package io.ephemeral.sample.documents;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * Names in a page: properties, metrics, codes of messages, types, beans, and codes of the
 * platform.
 *
 * @param page name of the page
 * @param content the whole page
 */
record DocumentNames(String page, String content) {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");

	private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

	private static final Pattern PROPERTY = Pattern
		.compile("^((?:feishu|spring|server)(?:\\.[a-z0-9-]+)+)(?:\\.\\*)?(?=$|=|: )");

	private static final Pattern TYPE_OR_BEAN = Pattern
		.compile("(?<![\\w-])(?:[A-Z][a-z0-9]+[A-Z]|feishu[A-Z])[a-zA-Z0-9]*\\b");

	/** Name of a metric in Prometheus. */
	private static final Pattern METER = Pattern.compile("\\bfeishu_[a-z_]+");

	private static final Pattern NUMBER = Pattern.compile("(?<![\\w.,])\\d{5,10}\\b(?! ms)");

	private static final Pattern LINK = Pattern.compile("\\]\\([^)]*\\)");

	private static final Set<String> ROOTS = Set.of("feishu", "spring", "server");

	/** Codes that only the client of the platform shows. */
	private static final Set<String> CLIENT = Set.of("200345", "200346", "200347", "200530");

	/** Types of Spring and Micrometer that no code of the project uses. */
	private static final Set<String> FOREIGN = Set.of("ClientHttpConnectorBuilderCustomizer",
			"RegisterReflectionForBinding", "ThreadLocalAccessor", "WebMvcTest");

	/**
	 * Returns the names that the project does not know.
	 * @return empty if all exist
	 */
	List<String> unknown(KnownNames known) {
		Stream<String> properties = Stream.concat(properties(), settings()).filter((name) -> !known.hasProperty(name));
		Stream<String> words = Stream.concat(types(), numbers()).filter((name) -> !known.hasWord(name));
		Stream<String> meters = METER.matcher(this.content)
			.results()
			.map(MatchResult::group)
			.filter((name) -> !known.hasMeter(name));
		return Stream.of(properties, words, meters).flatMap((names) -> names).distinct().toList();
	}

	private Stream<String> properties() {
		return code().flatMap((code) -> PROPERTY.matcher(code).results()).map((name) -> name.group(1));
	}

	/** The properties in blocks of YAML. */
	private Stream<String> settings() {
		return CodeBlock.of(this.page, this.content)
			.stream()
			.filter((block) -> block.language().equals("yaml"))
			.flatMap((block) -> leaves("", new Yaml().load(block.code())))
			.filter((name) -> ROOTS.contains(name.replaceFirst("\\..*", "")));
	}

	private static Stream<String> leaves(String path, Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			return Stream.of(path);
		}
		return map.entrySet()
			.stream()
			.flatMap((entry) -> leaves(path.isEmpty() ? "" + entry.getKey() : path + "." + entry.getKey(),
					entry.getValue()));
	}

	/** Types and beans; the page about migration has names of other software. */
	private Stream<String> types() {
		return this.page.startsWith("migration") ? Stream.empty()
				: code().flatMap((code) -> TYPE_OR_BEAN.matcher(code).results())
					.map(MatchResult::group)
					.filter((name) -> !FOREIGN.contains(name) && !isInBlock(name));
	}

	/**
	 * Whether a block of code of the page declares or uses the name, such as an alert.
	 */
	private boolean isInBlock(String name) {
		return BLOCK.matcher(this.content).results().anyMatch((block) -> block.group().contains(name));
	}

	private Stream<String> numbers() {
		return NUMBER.matcher(LINK.matcher(text()).replaceAll("]"))
			.results()
			.map(MatchResult::group)
			.filter((number) -> !CLIENT.contains(number));
	}

	private Stream<String> code() {
		return CODE.matcher(text()).results().map((code) -> code.group(1));
	}

	private String text() {
		return BLOCK.matcher(this.content).replaceAll("");
	}

}
