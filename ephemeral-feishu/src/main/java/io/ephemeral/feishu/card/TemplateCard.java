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
 * Card that refers to a template of Feishu's card builder by its id. The app must have
 * access to the template, and the template must be published.
 *
 * @param templateId id of the template, such as {@code AAqigYkzabcef}
 * @param version published version, such as {@code 1.0.0}; the newest one when absent, so
 * that a publication in the builder takes effect at once
 * @param variables values of the template's variables by name; each value can have any
 * type that Jackson can write
 */
public record TemplateCard(String templateId, @Nullable String version,
		Map<String, @Nullable Object> variables) implements CardContent {

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

	public TemplateCard {
		Assert.hasText(templateId, "'template_id' must not be blank");
		Assert.isTrue(version == null || !version.isBlank(), "'template_version_name' must not be blank");
		for (String name : variables.keySet()) {
			Assert.isTrue(VARIABLE.matcher(name).matches(), () -> "Template variable '" + name
					+ "' must start with a letter and contain only letters, digits and underscores");
		}
		variables = OrderedCopy.of(variables);
	}

	/**
	 * Creates a reference to the newest version of a template.
	 * @param templateId id of the template
	 * @return the card, without variables
	 */
	public static TemplateCard of(String templateId) {
		return new TemplateCard(templateId, null, Map.of());
	}

	/**
	 * Sets a fixed version. The default is the newest one.
	 * @param version published version, such as {@code 1.0.0}
	 * @return a copy of this card with the version
	 */
	public TemplateCard version(String version) {
		return new TemplateCard(this.templateId, version, this.variables);
	}

	/**
	 * Sets the value of a variable.
	 * @param name name of the variable: a letter, then letters, digits and underscores
	 * @param value text, number, boolean, list, map, JSON node, record or null
	 * @return a copy of this card with the variable
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
