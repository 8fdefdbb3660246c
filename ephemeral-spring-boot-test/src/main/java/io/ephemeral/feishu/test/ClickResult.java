package io.ephemeral.feishu.test;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.callback.Toast;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.CardLocale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Result of a click: what the user sees, and what the application did.
 *
 * @see FeishuAssertions#assertThat(ClickResult)
 */
public final class ClickResult {

	private final JsonNode reply;

	private final @Nullable RawCard later;

	private final boolean afterwards;

	private final @Nullable Throwable failure;

	private final @Nullable Locale locale;

	ClickResult(JsonNode reply, @Nullable RawCard later, boolean afterwards, @Nullable Throwable failure,
			@Nullable Locale locale) {
		this.reply = reply;
		this.later = later;
		this.afterwards = afterwards;
		this.failure = failure;
		this.locale = locale;
	}

	/**
	 * Returns the toast of the reply.
	 * @return the toast with its texts in all languages; empty without one
	 */
	public Optional<Toast> toast() {
		JsonNode json = this.reply.path("toast");
		if (!json.isObject()) {
			return Optional.empty();
		}
		Toast toast = Toast.of(Toast.Type.valueOf(json.path("type").asString().toUpperCase(Locale.ROOT)),
				json.path("content").asString());
		for (Map.Entry<String, JsonNode> text : json.path("i18n").properties()) {
			CardLocale language = CardLocale.ofCode(text.getKey());
			toast = (language != null) ? toast.in(language, text.getValue().asString()) : toast;
		}
		return Optional.of(toast);
	}

	/** Returns the text of the toast in the language of the card. */
	Optional<String> toastText() {
		return toast()
			.map((toast) -> languages().flatMap((language) -> Optional.ofNullable(toast.i18n().get(language)).stream())
				.findFirst()
				.orElse(toast.content()));
	}

	private Stream<CardLocale> languages() {
		return (this.locale != null) ? CardLocale.matching(this.locale).stream() : Stream.empty();
	}

	/**
	 * Returns the card that replaces the clicked one at once.
	 * @return the card as it is sent; empty without one
	 */
	public Optional<RawCard> card() {
		JsonNode card = this.reply.path("card");
		return card.isObject()
				? Optional.of(RawCard.of(card.path("type").asString("").equals("raw") ? card.path("data") : card))
				: Optional.empty();
	}

	/**
	 * Returns the card that follows later, such as the result of a {@code working(…)}
	 * reply.
	 * @return the card as it is sent; empty without one
	 */
	public Optional<RawCard> laterCard() {
		return Optional.ofNullable(this.later);
	}

	/**
	 * Returns whether work ran after the reply.
	 * @return true after {@code afterwards(…)} and {@code working(…)}
	 */
	public boolean ranAfterwards() {
		return this.afterwards;
	}

	/**
	 * Returns the exception that made the handler fail.
	 * @return the exception; empty if there is none, or a {@code @CardExceptionHandler}
	 * has replied to it
	 */
	public Optional<Throwable> failure() {
		return Optional.ofNullable(this.failure);
	}

	/** Returns all texts of a card, line by line. */
	static String text(RawCard card) {
		return card.json()
			.findValues("content")
			.stream()
			.filter(JsonNode::isString)
			.map(JsonNode::asString)
			.collect(Collectors.joining("\n"));
	}

	/** Shows the texts of this result. */
	String sketch() {
		return Stream
			.of(toastText().map((text) -> "toast: " + text), card().map((card) -> "card: " + text(card)),
					laterCard().map((card) -> "later card: " + text(card)),
					this.afterwards ? Optional.of("work afterwards") : Optional.<String>empty(),
					failure().map((failure) -> "failure: " + failure))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
	}

	@Override
	public String toString() {
		return "ClickResult";
	}

}
