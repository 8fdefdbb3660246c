package io.ephemeral.feishu.card.element;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.PartSchema;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reaction to the use of a component.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Behavior extends CardPart {

	/**
	 * The platform's name of this kind of behavior.
	 * @return such as {@code callback}
	 */
	default String type() {
		return Objects.requireNonNull(PartSchema.nameOf(getClass()));
	}

	/**
	 * Opens a page.
	 * @param url a link with {@code http} or {@code https}; special characters must be
	 * percent-encoded
	 * @return the behavior
	 */
	static OpenUrl openUrl(String url) {
		return new OpenUrl(url, null, null, null, Map.of());
	}

	/**
	 * Calls the application back.
	 * @param action comes back as {@code action.value.action}
	 * @return the behavior
	 */
	static Callback callback(String action) {
		return callback(Map.of("action", action));
	}

	/**
	 * Calls the application back with a state.
	 * @param action comes back as {@code action.value.action}
	 * @param state comes back beside it, in {@code action.value}; to be treated as input
	 * of the client
	 * @return the behavior
	 */
	static Callback callback(String action, Map<String, ?> state) {
		Map<String, Object> value = new LinkedHashMap<>(state);
		value.put("action", action);
		return callback(value);
	}

	/**
	 * Calls the application back.
	 * @param value comes back as it is, as {@code action.value}; to be treated as input
	 * of the client
	 * @return the behavior
	 */
	static Callback callback(Map<String, ?> value) {
		return new Callback(CardMapper.tree(value), Map.of());
	}

	/**
	 * Opens a page.
	 *
	 * @param defaultUrl link with {@code http} or {@code https}; the platform refuses
	 * other schemes
	 * @param androidUrl link on Android; the general one when absent
	 * @param iosUrl link on iOS; the general one when absent
	 * @param pcUrl link on computers; the general one when absent
	 * @param unknown properties as they came that are not modelled, or whose value is not
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

		@Override
		public String toString() {
			return "OpenUrl";
		}

	}

	/**
	 * Calls the application back.
	 *
	 * @param value comes back as it is, as {@code action.value}: an object, or a string,
	 * which the platform accepts and its SDKs do not read
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
		 * Returns the value that the click sends to the application.
		 * @return a copy of the JSON
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
