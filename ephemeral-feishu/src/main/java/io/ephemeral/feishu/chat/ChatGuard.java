package io.ephemeral.feishu.chat;

import java.time.Duration;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Check whether a chat supports ephemeral cards, before a card is sent there. If this is
 * not certain, the card is refused.
 */
@FunctionalInterface
public interface ChatGuard {

	/**
	 * Checks a chat.
	 * @param chat chat of the card
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @return a publisher that completes if the chat supports ephemeral cards. Otherwise
	 * the error is an {@link UnsupportedPlaceException}, or the error of the check, such
	 * as a refusal by the platform. No card was sent
	 */
	Mono<Void> check(ChatId chat, @Nullable TenantKey tenant);

	/**
	 * Returns a guard without a check, so that the platform decides.
	 * @return a guard that accepts each chat
	 */
	static ChatGuard none() {
		return (chat, tenant) -> Mono.empty();
	}

	/**
	 * Creates a guard that requests the kind of chat from the platform. The guard caches
	 * the response for a chat, because a call for each card would use too much of the
	 * quota. Concurrent cards wait for the same response. Unknown kinds of chat are not
	 * cached.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client; the app needs one of the scopes {@code im:chat}, {@code im:chat:read} or
	 * {@code im:chat:readonly}
	 * @param cacheFor time for which a response is cached; from 0 to 5 minutes, because
	 * members may change a group into a topic group at any time. Zero caches no response
	 * @return the guard, which caches the responses for up to 10,000 chats
	 * @see <a href="https://open.feishu.cn/document/server-docs/group/chat/get-2">Get
	 * group info</a>
	 */
	static ChatGuard askingPlatform(WebClient client, Duration cacheFor) {
		return new CachingChatGuard(client, cacheFor);
	}

}
