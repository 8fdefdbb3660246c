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
 * Attributes of a request that the filters of {@link FeishuWebClient} read. They apply to
 * calls of the library and to the application's own calls:
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
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> tenant(TenantKey tenant) {
		return (attributes) -> attributes.put(TENANT, tenant);
	}

	/**
	 * Sets the chat of a call. Some limits of the platform apply to each chat.
	 * @param chat the chat
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> chat(ChatId chat) {
		return (attributes) -> attributes.put(CHAT, chat);
	}

	/**
	 * Sets the receiver of a message. Messages to one person have their own limit.
	 * @param person receiver of the message
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> receiver(Viewer person) {
		return (attributes) -> attributes.put(RECEIVER, person.value());
	}

	/**
	 * Sets a token of the caller, such as that of a user. It is sent unchanged. If the
	 * platform refuses it, the call fails.
	 * @param accessToken the token, without {@code Bearer}
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> accessToken(String accessToken) {
		Assert.isTrue(AccessTokens.fitsHeader(accessToken),
				"'accessToken' must have at most 4096 characters, all of them visible ASCII");
		return (attributes) -> attributes.put(ACCESS_TOKEN, accessToken);
	}

	/**
	 * Sets the maximum wait of a call for the limits of the platform. The default is
	 * {@code feishu.rate-limit.max-wait}.
	 * @param maxWait zero or more
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> maxWait(Duration maxWait) {
		Assert.isTrue(!maxWait.isNegative(), "'maxWait' must not be negative");
		return (attributes) -> attributes.put(MAX_WAIT, maxWait);
	}

	/**
	 * Sets the priority among waiting calls. The default is
	 * {@link CallPriority#INTERACTIVE}.
	 * @param priority the priority
	 * @return function that sets the attribute
	 */
	public static Consumer<Map<String, Object>> priority(CallPriority priority) {
		return (attributes) -> attributes.put(PRIORITY, priority);
	}

	/**
	 * Returns the tenant of a request.
	 * @param request a request
	 * @return the tenant; null if none is set
	 */
	public static @Nullable TenantKey tenantOf(ClientRequest request) {
		return (TenantKey) Operations.attribute(request, TENANT);
	}

	/**
	 * Returns the chat of a request.
	 * @param request a request
	 * @return the chat; null if none is set
	 */
	public static @Nullable ChatId chatOf(ClientRequest request) {
		return (ChatId) Operations.attribute(request, CHAT);
	}

	static @Nullable String receiverOf(ClientRequest request) {
		return (String) Operations.attribute(request, RECEIVER);
	}

	/**
	 * Returns the token of the caller.
	 * @param request a request
	 * @return the token; null if there is none
	 */
	public static @Nullable String accessTokenOf(ClientRequest request) {
		return (String) Operations.attribute(request, ACCESS_TOKEN);
	}

	/**
	 * Returns the maximum wait of a request for the limits of the platform.
	 * @param request a request
	 * @return the maximum wait; null for the default
	 */
	public static @Nullable Duration maxWaitOf(ClientRequest request) {
		return (Duration) Operations.attribute(request, MAX_WAIT);
	}

	/**
	 * Returns the priority of a request among waiting calls.
	 * @param request a request
	 * @return the priority
	 */
	public static CallPriority priorityOf(ClientRequest request) {
		return (CallPriority) Objects.requireNonNullElse(Operations.attribute(request, PRIORITY),
				CallPriority.INTERACTIVE);
	}

}
