package io.ephemeral.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.card.CardFiles;
import io.ephemeral.feishu.card.RawCard;

import static java.util.Map.entry;

/**
 * Exports of the card builder, filled.
 */
final class BuilderCardExamples {

	private BuilderCardExamples() {
	}

	/** The example of {@code docs/cards.md}. */
	static RawCard lunch(CardFiles cardFiles) {
		return cardFiles.read("lunch", Map.of("dish", "Noodles & soup", "guests", 12, "sold_out", false));
	}

	/** A variable of each type. */
	static RawCard everyVariable(CardFiles cardFiles, String cook, String guest) {
		return cardFiles.read("every-variable", Map.ofEntries(entry("title", "Lunch \"today\""),
				entry("color", "green"), entry("dish", "Noodles <at id=all></at> *hot*"), entry("guests", 12),
				entry("price", 4.5), entry("sold_out", false),
				entry("menu", Map.of("url", "https://example.com/menu?a=1", "pc_url", "https://example.com/wide")),
				entry("photo", "img_v3_soup"), entry("photos", List.of("img_v3_soup", "img_v3_rice")),
				entry("cook", cook), entry("team", List.of(Map.of("id", cook, "selected", true), guest)),
				entry("order", Map.of("id", 7, "note", "${dish}")), entry("day", LocalDate.of(2026, 12, 24)),
				entry("time", LocalTime.of(12, 30)), entry("deadline", LocalDateTime.of(2026, 12, 24, 12, 30)),
				entry("dishes",
						List.of(Map.of("text", "Noodles", "value", "noodles"),
								Map.of("text", "Rice", "value", "rice", "selected", true))),
				entry("more", List.of(Map.of("text", "Later", "value", "later"))),
				entry("rows",
						List.of(Map.of("dish", "Noodles *hot*", "price", 18), Map.of("dish", "Rice", "price", 4.5))),
				entry("chart", Map.of("type", "bar", "xField", "day", "yField", "guests", "data",
						Map.of("values", List.of(Map.of("day", "Mon", "guests", 12)))))));
	}

}
