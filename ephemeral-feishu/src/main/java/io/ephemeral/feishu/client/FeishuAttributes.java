package io.ephemeral.feishu.client;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.limit.CallPriority;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.reactive.function.client.ClientRequest;

/**
 * Attributes of a request that the filters of {@link FeishuWebClient} read, for calls of
 * the library and of an application alike:
 *
 * <pre>{@code
 * feishu.get().uri("/open-apis/im/v1/chats").attributes(FeishuAttributes.tenant(tenantKey))
 * }</pre>
 */
public final class FeishuAttributes {

	private static final String PREFIX = FeishuAttributes.class.getName() + ".";

	private static final String TENANT = PREFIX + "tenant";

	private static final String CHAT = PREFIX + "chat";

	private static final String RECEIVER = PREFIX + "receiver";

	private static final String ACCESS_TOKEN = PREFIX + "accessToken";

	private static final String MAX_WAIT = PREFIX + "maxWait";

	private static final String PRIORITY = PREFIX + "priority";

	private FeishuAttributes() {
	}

	/**
	 * Sets the tenant for which a store app calls.
	 * @param tenant a tenant that has installed the app
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
	 * Names the person to whom a message goes. Messages to one person have a limit of
	 * their own.
	 * @param person receiver of the message
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> receiver(Viewer person) {
		return (attributes) -> attributes.put(RECEIVER, person.value());
	}

	/**
	 * Gives a token of the caller's own, such as that of a user. It is taken as it is:
	 * never replaced, dropped or repeated.
	 * @param accessToken a token, without {@code Bearer}
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> accessToken(String accessToken) {
		Assert.isTrue(AccessTokens.fitsHeader(accessToken),
				"'accessToken' must have at most 4096 characters, all of them visible ASCII");
		return (attributes) -> attributes.put(ACCESS_TOKEN, accessToken);
	}

	/**
	 * Sets how long a call may wait until the limits of the platform let it leave.
	 * @param maxWait zero or more; without it {@code feishu.rate-limit.max-wait}
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> maxWait(Duration maxWait) {
		Assert.isTrue(!maxWait.isNegative(), "'maxWait' must not be negative");
		return (attributes) -> attributes.put(MAX_WAIT, maxWait);
	}

	/**
	 * Sets which calls go first when several wait.
	 * @param priority interactive by default
	 * @return sets the attribute
	 */
	public static Consumer<Map<String, Object>> priority(CallPriority priority) {
		return (attributes) -> attributes.put(PRIORITY, priority);
	}

	/**
	 * Returns the tenant for which a request is made.
	 * @param request a request
	 * @return the tenant; null if none is named
	 */
	public static @Nullable TenantKey tenantOf(ClientRequest request) {
		return (TenantKey) Operations.attribute(request, TENANT);
	}

	/**
	 * Returns the chat into which a request goes.
	 * @param request a request
	 * @return the chat; null if none is named
	 */
	public static @Nullable ChatId chatOf(ClientRequest request) {
		return (ChatId) Operations.attribute(request, CHAT);
	}

	static @Nullable String receiverOf(ClientRequest request) {
		return (String) Operations.attribute(request, RECEIVER);
	}

	/**
	 * Returns the caller's own token.
	 * @param request a request
	 * @return the token; null if there is none
	 */
	public static @Nullable String accessTokenOf(ClientRequest request) {
		return (String) Operations.attribute(request, ACCESS_TOKEN);
	}

	/**
	 * Returns how long a request may wait until it may leave.
	 * @param request a request
	 * @return the longest wait; null for the default
	 */
	public static @Nullable Duration maxWaitOf(ClientRequest request) {
		return (Duration) Operations.attribute(request, MAX_WAIT);
	}

	/**
	 * Returns whether a request goes before others that wait.
	 * @param request a request
	 * @return the priority
	 */
	public static CallPriority priorityOf(ClientRequest request) {
		return (CallPriority) Objects.requireNonNullElse(Operations.attribute(request, PRIORITY),
				CallPriority.INTERACTIVE);
	}

}
