package io.ephemeral.feishu.card.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.PartSchema;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.InvalidPropertyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reaction to the use of a component.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Behavior extends CardPart {

	/**
	 * Returns the platform's name for this kind of behavior.
	 * @return the name, such as {@code callback}
	 */
	default String type() {
		return Objects.requireNonNull(PartSchema.nameOf(getClass()));
	}

	/**
	 * Creates a behavior that opens a page.
	 * @param url link with {@code http} or {@code https}; special characters must be
	 * percent-encoded
	 * @return the behavior
	 */
	static OpenUrl openUrl(String url) {
		return new OpenUrl(url, null, null, null, Map.of());
	}

	/**
	 * Creates a behavior that calls the application back.
	 * @param action action that the application receives as {@code action.value.action}
	 * @return the behavior
	 */
	static Callback callback(String action) {
		return callback(Map.of("action", action));
	}

	/**
	 * Creates a behavior that calls the application back with a state.
	 * @param action action that the application receives as {@code action.value.action}
	 * @param state further entries of {@code action.value}; to be treated as input of the
	 * client
	 * @return the behavior
	 */
	static Callback callback(String action, Map<String, ?> state) {
		Map<String, Object> value = new LinkedHashMap<>(state);
		value.put("action", action);
		return callback(value);
	}

	/**
	 * Creates a behavior that calls the application back.
	 * @param value value that the application receives unchanged as {@code action.value};
	 * to be treated as input of the client
	 * @return the behavior
	 */
	static Callback callback(Map<String, ?> value) {
		return new Callback(CardMapper.tree(value), Map.of());
	}

	/**
	 * Creates a behavior that calls the application back with a record.
	 * @param action action with its state; to be treated as input of the client
	 * @return the behavior
	 * @throws InvalidPropertyException if the action is not a record or a data class, if
	 * it has a component with the name {@code action}, {@code locale} or
	 * {@value Seal#MEMBER}, or if it is a {@link io.ephemeral.feishu.action.SealedAction}
	 */
	static Callback callback(TypedAction action) {
		return new Callback(ActionValues.of(action), Map.of());
	}

	/**
	 * Creates a behavior that calls the application back with a sealed record. The record
	 * is sealed when the library prepares the card for sending. Until then, the card
	 * contains its state, and a card that is sent in another way has no valid seal.
	 * @param action action with its state
	 * @param seal condition for clicks
	 * @return the behavior
	 * @throws InvalidPropertyException if the action is not a record or a data class, or
	 * if it has a component with the name {@code action}, {@code locale} or
	 * {@value Seal#MEMBER}
	 */
	static Callback callback(TypedAction action, Seal seal) {
		return new Callback(ActionValues.of(action, seal), Map.of());
	}

	/**
	 * Behavior that opens a page.
	 *
	 * @param defaultUrl link with {@code http} or {@code https}; the platform refuses
	 * other schemes
	 * @param androidUrl link on Android; {@code defaultUrl} when absent
	 * @param iosUrl link on iOS; {@code defaultUrl} when absent
	 * @param pcUrl link on computers; {@code defaultUrl} when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	@JsonTypeName("open_url")
	record OpenUrl(String defaultUrl, @Nullable String androidUrl, @Nullable String iosUrl, @Nullable String pcUrl,
			Map<String, JsonNode> unknown) implements Behavior {

		public OpenUrl {
			Check.required("default_url", defaultUrl);
			Check.link("default_url", defaultUrl);
			Check.link("android_url", androidUrl);
			Check.link("ios_url", iosUrl);
			Check.link("pc_url", pcUrl);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Sets another link for Android.
		 * @param url link with {@code http} or {@code https}
		 * @return a copy of this behavior with the link
		 */
		public OpenUrl android(String url) {
			return new OpenUrl(this.defaultUrl, url, this.iosUrl, this.pcUrl, this.unknown);
		}

		/**
		 * Sets another link for iOS.
		 * @param url link with {@code http} or {@code https}
		 * @return a copy of this behavior with the link
		 */
		public OpenUrl ios(String url) {
			return new OpenUrl(this.defaultUrl, this.androidUrl, url, this.pcUrl, this.unknown);
		}

		/**
		 * Sets another link for computers.
		 * @param url link with {@code http} or {@code https}
		 * @return a copy of this behavior with the link
		 */
		public OpenUrl pc(String url) {
			return new OpenUrl(this.defaultUrl, this.androidUrl, this.iosUrl, url, this.unknown);
		}

		@Override
		public String toString() {
			return "OpenUrl";
		}

	}

	/**
	 * Behavior that calls the application back.
	 *
	 * @param value value that the application receives unchanged as {@code action.value}:
	 * an object, or a string, which the platform accepts but its SDKs do not read
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	@JsonTypeName("callback")
	record Callback(JsonNode value, Map<String, JsonNode> unknown) implements Behavior {

		public Callback {
			Check.required("value", value);
			Check.that(value.isObject() || value.isString(), "value", "must be an object");
			value = value.deepCopy();
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Returns the value that the application receives.
		 * @return a copy
		 */
		@Override
		public JsonNode value() {
			return this.value.deepCopy();
		}

		@Override
		public String toString() {
			return "Callback";
		}

	}

}
