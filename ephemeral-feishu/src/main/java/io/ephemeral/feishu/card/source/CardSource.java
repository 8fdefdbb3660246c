package io.ephemeral.feishu.card.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.TemplateCard;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.card.source.Code.Call;
import io.ephemeral.feishu.card.source.Code.Chain;
import io.ephemeral.feishu.card.source.Code.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.util.Assert;

/**
 * Java source that builds a card. The card that the source builds has the same JSON.
 * <p>
 * JSON that no builder writes stays JSON, with a comment that names the reason. That
 * includes the whole of a card of the 1.0 structure, because the builders write JSON 2.0.
 */
public final class CardSource {

	private static final Pattern NAME = Pattern.compile("[A-Z][A-Za-z0-9_]*");

	private final Class<?> type;

	private final Code code;

	private final @Nullable String comment;

	private CardSource(Class<?> type, Code code, @Nullable String comment) {
		this.type = type;
		this.code = code;
		this.comment = comment;
	}

	/**
	 * Writes the source for a card.
	 * @param card any card, such as one that {@link RawCard#parse} has read
	 * @return the source
	 */
	public static CardSource of(CardContent card) {
		JsonNode json = RawCard.parse(card.toJson()).json();
		if (json.path("type").asString("").equals("template")) {
			CardSource template = ofTemplate(json);
			return (template != null) ? template : ofRaw(json, "No builder writes this reference to a template.");
		}
		return json.path("schema").asString("").equals("2.0") ? ofTyped(json)
				: ofRaw(json, "The builders write JSON 2.0; a card of the 1.0 structure stays JSON.");
	}

	private static CardSource ofTyped(JsonNode json) {
		Expression found = new Expressions().find(Card.parse(json.toString()), ResolvableType.forClass(Card.class));
		return (found != null) ? new CardSource(Card.class, found.code(), found.comment())
				: ofRaw(json, "No builder writes the frame of this card.");
	}

	private static CardSource ofRaw(JsonNode json, String comment) {
		return new CardSource(RawCard.class, Expressions.whole(json), comment);
	}

	private static @Nullable CardSource ofTemplate(JsonNode json) {
		JsonNode data = json.path("data");
		String id = data.path("template_id").asString("");
		JsonNode version = data.path("template_version_name");
		try {
			TemplateCard card = TemplateCard.of(id);
			List<Call> calls = new ArrayList<>();
			if (version.isString()) {
				card = card.version(version.stringValue());
				calls.add(Code.call("version", List.of(new Text(version.stringValue()))));
			}
			for (Map.Entry<String, JsonNode> variable : data.path("template_variable").properties()) {
				card = card.variable(variable.getKey(), variable.getValue());
				calls.add(Code.call("variable",
						List.of(new Text(variable.getKey()), JavaJson.value(variable.getValue()))));
			}
			Code start = new Call("TemplateCard.of", TemplateCard.class, List.of(new Text(id)), null);
			boolean isSame = RawCard.parse(card.toJson()).json().equals(json);
			return isSame ? new CardSource(TemplateCard.class, calls.isEmpty() ? start : new Chain(start, calls), null)
					: null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Returns the classes that the source names.
	 * @return names of classes in alphabetical order, without those of {@code java.lang}
	 */
	public List<String> imports() {
		List<Class<?>> classes = new ArrayList<>(List.of(this.type));
		this.code.addClassesTo(classes);
		Set<String> names = classes.stream()
			.map(CardSource::outermost)
			.filter((type) -> !type.getPackageName().equals("java.lang"))
			.map(Class::getName)
			.collect(Collectors.toCollection(TreeSet::new));
		return List.copyOf(names);
	}

	private static Class<?> outermost(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		return (outer != null) ? outermost(outer) : type;
	}

	/**
	 * Returns the source as the declaration of a variable.
	 * @return a statement such as {@code Card card = Card.builder()…;}
	 */
	public String toStatement() {
		return statement(this.type.getSimpleName() + " card = ", 0);
	}

	/**
	 * Returns the source as a class with a method {@code card()}.
	 * @param name simple name of the class
	 * @return the source of a file in the default package
	 */
	public String toClass(String name) {
		checkName(name);
		return importLines(imports()) + "\nfinal class " + name + " {\n\n    private " + name
				+ "() {\n    }\n\n    static " + this.type.getSimpleName() + " card() {\n" + statement("return ", 2)
				+ "\n    }\n\n}\n";
	}

	/**
	 * Returns the source as a test that the card breaks no rule of ephemeral cards. It
	 * needs JUnit and AssertJ.
	 * @param name simple name of the test class
	 * @return the source of a file in the default package
	 */
	public String toTest(String name) {
		checkName(name);
		Set<String> imports = new TreeSet<>(imports());
		imports.addAll(List.of("io.ephemeral.feishu.card.CardValidator", "io.ephemeral.feishu.card.rule.CardTarget",
				"org.junit.jupiter.api.Test"));
		return importLines(List.copyOf(imports)) + "\nimport static org.assertj.core.api.Assertions.assertThat;\n"
				+ "\nclass " + name + " {\n\n    @Test\n    void cardWhenCheckedThenBreaksNoRule() {\n"
				+ statement(this.type.getSimpleName() + " card = ", 2)
				+ "\n\n        assertThat(new CardValidator().validate(card, CardTarget.EPHEMERAL)).isEmpty();\n"
				+ "    }\n\n}\n";
	}

	private static void checkName(String name) {
		Assert.isTrue(NAME.matcher(name).matches(), "'name' must be a simple name of a Java class, such as LunchCard");
	}

	private String statement(String beginning, int depth) {
		String comment = (this.comment != null) ? "    ".repeat(depth) + "// " + this.comment + "\n" : "";
		return comment + CodeWriter.write(beginning, this.code, depth) + ";";
	}

	/** Imports of Java stand above the others. */
	private static String importLines(List<String> classes) {
		StringBuilder lines = new StringBuilder();
		String last = "";
		for (String name : classes.stream().sorted(CardSource::compare).toList()) {
			String group = groupOf(name);
			lines.append((last.isEmpty() || last.equals(group)) ? "" : "\n")
				.append("import ")
				.append(name)
				.append(";\n");
			last = group;
		}
		return lines.toString();
	}

	private static int compare(String one, String other) {
		int groups = groupOf(one).compareTo(groupOf(other));
		return (groups != 0) ? groups : one.compareTo(other);
	}

	private static String groupOf(String name) {
		return name.startsWith("java.") ? "1" : "2";
	}

	@Override
	public String toString() {
		return "CardSource";
	}

}
