package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Link that can differ between kinds of clients.
 *
 * @param url link with {@code http} or {@code https}; special characters must be
 * percent-encoded; none when absent
 * @param androidUrl link on Android; {@code url} when absent
 * @param iosUrl link on iOS; {@code url} when absent
 * @param pcUrl link on computers; {@code url} when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record MultiUrl(@Nullable String url, @Nullable String androidUrl, @Nullable String iosUrl,
		@Nullable String pcUrl, Map<String, JsonNode> unknown) implements CardPart {

	public MultiUrl {
		Check.link("url", url);
		Check.link("android_url", androidUrl);
		Check.link("ios_url", iosUrl);
		Check.link("pc_url", pcUrl);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a link that is the same on all clients.
	 * @param url link with {@code http} or {@code https}
	 * @return the link
	 */
	public static MultiUrl of(String url) {
		return new MultiUrl(url, null, null, null, Map.of());
	}

	/**
	 * Sets the link on Android.
	 * @param url link with {@code http} or {@code https}
	 * @return a copy with the link
	 */
	public MultiUrl android(String url) {
		return new MultiUrl(this.url, url, this.iosUrl, this.pcUrl, this.unknown);
	}

	/**
	 * Sets the link on iOS.
	 * @param url link with {@code http} or {@code https}
	 * @return a copy with the link
	 */
	public MultiUrl ios(String url) {
		return new MultiUrl(this.url, this.androidUrl, url, this.pcUrl, this.unknown);
	}

	/**
	 * Sets the link on computers.
	 * @param url link with {@code http} or {@code https}
	 * @return a copy with the link
	 */
	public MultiUrl pc(String url) {
		return new MultiUrl(this.url, this.androidUrl, this.iosUrl, url, this.unknown);
	}

	@Override
	public String toString() {
		return "MultiUrl";
	}

}
