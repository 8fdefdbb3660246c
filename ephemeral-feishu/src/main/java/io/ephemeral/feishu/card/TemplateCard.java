package io.ephemeral.feishu.card;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.json.OrderedCopy;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A card built in Feishu's card builder, referred to by id. The app must be granted the
 * template, and the template must be published.
 *
 * @param templateId id of the template, such as {@code AAqigYkzabcef}
 * @param version published version, such as {@code 1.0.0}; when absent the newest one, so
 * that a publication in the builder shows at once
 * @param variables values of the template's variables by name, of any type that is
 * written as JSON
 */
public record TemplateCard(String templateId, @Nullable String version,
		Map<String, @Nullable Object> variables) implements CardContent {

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

	public TemplateCard {
		Assert.hasText(templateId, "'template_id' must not be blank");
		Assert.isTrue(version == null || !version.isBlank(), "'template_version_name' must not be blank");
		for (String name : variables.keySet()) {
			Assert.isTrue(VARIABLE.matcher(name).matches(), () -> "Template variable '" + name
					+ "' must start with a letter and hold only letters, digits and underscores");
		}
		variables = OrderedCopy.of(variables);
	}

	/**
	 * Refers to the newest version of a template.
	 * @param templateId id of the template
	 * @return the card, without variables
	 */
	public static TemplateCard of(String templateId) {
		return new TemplateCard(templateId, null, Map.of());
	}

	/**
	 * Pins the version.
	 * @param version published version, such as {@code 1.0.0}
	 * @return a card that differs in the version
	 */
	public TemplateCard version(String version) {
		return new TemplateCard(this.templateId, version, this.variables);
	}

	/**
	 * Fills a variable, or replaces its value.
	 * @param name name of the variable: a letter, then letters, digits and underscores
	 * @param value text, number, boolean, list, map, JSON node, record or null
	 * @return a card that differs in the variable
	 */
	public TemplateCard variable(String name, @Nullable Object value) {
		Map<String, @Nullable Object> variables = new LinkedHashMap<>(this.variables);
		variables.put(name, value);
		return new TemplateCard(this.templateId, this.version, variables);
	}

	@JsonValue
	Reference reference() {
		return new Reference("template", new Data(this.templateId, this.version, this.variables));
	}

	@Override
	public String toString() {
		return "TemplateCard[" + this.templateId + "]";
	}

	record Reference(@JsonProperty("type") String type, @JsonProperty("data") Data data) {
	}

	record Data(@JsonProperty("template_id") String templateId,
			@JsonProperty("template_version_name") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String version,
			@JsonProperty("template_variable") @JsonInclude(value = JsonInclude.Include.NON_EMPTY,
					content = JsonInclude.Include.ALWAYS) Map<String, @Nullable Object> variables) {
	}

}
