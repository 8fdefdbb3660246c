package io.ephemeral.feishu.simulator.card;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Language in which a member sees cards. Where a card does not have it, the member sees
 * English, and without that the text that the card has.
 */
public final class CardLanguage {

	private static final String ENGLISH = "en_us";

	/**
	 * Languages of the platform. The first one of several is also that of other
	 * countries.
	 */
	private static final List<String> LANGUAGES = List.of("zh_cn", ENGLISH, "zh_hk", "zh_tw", "ja_jp", "id_id", "vi_vn",
			"th_th", "pt_br", "es_es", "ko_kr", "de_de", "fr_fr", "it_it", "ru_ru", "ms_my");

	/** Properties of the whole card by those that have one value per language. */
	private static final Map<String, String> GLOBAL = Map.of("i18n_elements", "elements", "i18n_header", "header",
			"i18n_text_tag_list", "text_tag_list", "i18n", "content");

	/** Properties of one element, which the platform translates on public cards only. */
	private static final Map<String, String> LOCAL = Map.of("i18n_content", "content", "i18n_default_value",
			"default_value", "i18n_img_key", "img_key", "i18n_file_key", "file_key");

	/** Properties that belong to the application, and not to the texts of the card. */
	private static final Set<String> OPAQUE = Set.of("behaviors", "value", "chart_spec", "template_variable");

	private final String name;

	private CardLanguage(String name) {
		this.name = name;
	}

	/**
	 * Returns the language of the platform that is nearest to a locale.
	 * @param locale such as {@code en_US}
	 */
	public static CardLanguage of(String locale) {
		String name = locale.toLowerCase(Locale.ROOT);
		String family = name.replaceAll("_.*", "") + "_";
		return new CardLanguage(LANGUAGES.stream()
			.filter(name::startsWith)
			.findFirst()
			.or(() -> LANGUAGES.stream().filter((language) -> language.startsWith(family)).findFirst())
			.orElse(ENGLISH));
	}

	/**
	 * Translates a public card, with the languages of its elements.
	 */
	public void translate(JsonNode card) {
		translate(card, LOCAL, locales(card));
		translateWhole(card);
	}

	/**
	 * Translates what a card has for the whole of it, which is all that the platform
	 * translates on a card for one member.
	 */
	public void translateWhole(JsonNode card) {
		translate(card, GLOBAL, Set.of());
	}

	/**
	 * Returns the only languages that count in a card; empty if all do.
	 */
	private static Set<String> locales(JsonNode card) {
		return card.path("config")
			.path("locales")
			.valueStream()
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.collect(Collectors.toSet());
	}

	private void translate(JsonNode node, Map<String, String> properties, Set<String> effective) {
		if (node instanceof ObjectNode object) {
			properties.forEach(
					(languages, property) -> choose(object.path(languages), isFilled(object.path(property)), effective)
						.ifPresent((value) -> object.set(property, value)));
		}
		node.properties()
			.stream()
			.filter((property) -> !OPAQUE.contains(property.getKey()))
			.forEach((property) -> translate(property.getValue(), properties, effective));
		if (node.isArray()) {
			node.forEach((item) -> translate(item, properties, effective));
		}
	}

	/**
	 * Returns the value of this language, that of English, or any one if there is no
	 * other text.
	 */
	private Optional<JsonNode> choose(JsonNode languages, boolean hasOther, Set<String> effective) {
		Stream<JsonNode> preferred = Stream.of(this.name, ENGLISH)
			.filter((language) -> effective.isEmpty() || effective.contains(language))
			.map(languages::path);
		return Stream.concat(preferred, hasOther ? Stream.empty() : languages.valueStream())
			.filter(CardLanguage::isFilled)
			.findFirst();
	}

	private static boolean isFilled(JsonNode value) {
		return value.isContainer() ? !value.isEmpty() : value.isString();
	}

}
