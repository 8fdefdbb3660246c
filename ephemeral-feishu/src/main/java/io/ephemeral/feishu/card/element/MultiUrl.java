package io.ephemeral.feishu.card.element;

import java.util.Map;

import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A link, which may differ by the kind of client.
 *
 * @param url link with {@code http} or {@code https}; special characters must be
 * percent-encoded; none when absent
 * @param androidUrl link on Android; the general one when absent
 * @param iosUrl link on iOS; the general one when absent
 * @param pcUrl link on computers; the general one when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Returns the same link everywhere.
	 * @param url a link with {@code http} or {@code https}
	 * @return the link
	 */
	public static MultiUrl of(String url) {
		return new MultiUrl(url, null, null, null, Map.of());
	}

	/**
	 * Opens something else on Android.
	 * @param url a link with {@code http} or {@code https}
	 * @return one that differs in this link
	 */
	public MultiUrl android(String url) {
		return new MultiUrl(this.url, url, this.iosUrl, this.pcUrl, this.unknown);
	}

	/**
	 * Opens something else on iOS.
	 * @param url a link with {@code http} or {@code https}
	 * @return one that differs in this link
	 */
	public MultiUrl ios(String url) {
		return new MultiUrl(this.url, this.androidUrl, url, this.pcUrl, this.unknown);
	}

	/**
	 * Opens something else on computers.
	 * @param url a link with {@code http} or {@code https}
	 * @return one that differs in this link
	 */
	public MultiUrl pc(String url) {
		return new MultiUrl(this.url, this.androidUrl, this.iosUrl, url, this.unknown);
	}

	@Override
	public String toString() {
		return "MultiUrl";
	}

}
