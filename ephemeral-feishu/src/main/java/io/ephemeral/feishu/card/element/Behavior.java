package io.ephemeral.feishu.card.element;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What happens when a component is pressed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Behavior {

	/**
	 * Opens a page.
	 *
	 * @param url a link with {@code http} or {@code https}; the platform refuses other
	 * schemes
	 */
	@JsonTypeName("open_url")
	record OpenUrl(@JsonProperty("default_url") URI url) implements Behavior {

		public OpenUrl {
			Assert.isTrue("https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme()),
					"'default_url' must be an http or https link");
		}

		@Override
		public String toString() {
			return "OpenUrl";
		}

	}

	/**
	 * Calls the application back.
	 *
	 * @param value comes back as it is, as {@code action.value}; to be treated as input
	 * of the client
	 */
	@JsonTypeName("callback")
	record Callback(Map<String, @Nullable Object> value) implements Behavior {

		public Callback {
			value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
		}

		@Override
		public String toString() {
			return "Callback";
		}

	}

}
