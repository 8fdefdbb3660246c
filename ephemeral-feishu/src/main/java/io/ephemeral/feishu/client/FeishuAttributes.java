package io.ephemeral.feishu.client;

import java.util.Map;
import java.util.function.Consumer;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * What a request tells the filters of {@link FeishuWebClient}, for calls of the library
 * and of an application alike:
 *
 * <pre>{@code
 * feishu.get().uri("/open-apis/im/v1/chats").attributes(FeishuAttributes.tenant(tenantKey))
 * }</pre>
 */
public final class FeishuAttributes {

	private static final String PREFIX = FeishuAttributes.class.getName() + ".";

	private static final String TENANT = PREFIX + "tenant";

	private static final String CHAT = PREFIX + "chat";

	private static final String ACCESS_TOKEN = PREFIX + "accessToken";

	private FeishuAttributes() {
	}

	/**
	 * Names the company on whose behalf a store app calls.
	 * @param tenant a company that has installed the app
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> tenant(TenantKey tenant) {
		return (attributes) -> attributes.put(TENANT, tenant);
	}

	/**
	 * Names the chat into which a call goes; some limits of the platform are those of a
	 * chat.
	 * @param chat a chat
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> chat(ChatId chat) {
		return (attributes) -> attributes.put(CHAT, chat);
	}

	/**
	 * Gives a token of the caller's own, such as that of a user. It is taken as it is:
	 * never replaced, dropped or repeated.
	 * @param accessToken a token, without {@code Bearer}
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> accessToken(String accessToken) {
		Assert.hasText(accessToken, "'accessToken' must not be blank");
		return (attributes) -> attributes.put(ACCESS_TOKEN, accessToken);
	}

	/**
	 * The company on whose behalf a request is made.
	 * @param request a request
	 * @return the company; null if none is named
	 */
	public static @Nullable TenantKey tenantOf(ClientRequest request) {
		return (TenantKey) request.attributes().get(TENANT);
	}

	/**
	 * The chat into which a request goes.
	 * @param request a request
	 * @return the chat; null if none is named
	 */
	public static @Nullable ChatId chatOf(ClientRequest request) {
		return (ChatId) request.attributes().get(CHAT);
	}

	/**
	 * The caller's own token.
	 * @param request a request
	 * @return the token; null if there is none
	 */
	public static @Nullable String accessTokenOf(ClientRequest request) {
		return (String) request.attributes().get(ACCESS_TOKEN);
	}

}
