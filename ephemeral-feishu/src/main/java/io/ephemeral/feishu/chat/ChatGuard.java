package io.ephemeral.feishu.chat;

import java.time.Duration;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.TenantKey;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Checks whether a chat takes ephemeral cards, before one is sent there. Whatever is not
 * certain is refused.
 */
@FunctionalInterface
public interface ChatGuard {

	/**
	 * Checks a chat.
	 * @param chat where a card is to be shown
	 * @param tenant the tenant for which a store app acts; null for a self-built app
	 * @return completes if cards may be shown there. Otherwise an
	 * {@link UnsupportedPlaceException}, or the failure of the question itself, such as
	 * the refusal of the platform to answer; no card was sent
	 */
	Mono<Void> check(ChatId chat, @Nullable TenantKey tenant);

	/**
	 * Leaves the decision to the platform.
	 * @return a guard that lets everything pass
	 */
	static ChatGuard none() {
		return (chat, tenant) -> Mono.empty();
	}

	/**
	 * Asks the platform what kind of chat it is. The answer for a chat is kept for a
	 * while, because one call for each card would use up quota; any number of cards wait
	 * for one answer. Kinds that the platform does not name are asked for again.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client; the app needs one of the scopes {@code im:chat}, {@code im:chat:read} or
	 * {@code im:chat:readonly}
	 * @param cacheFor how long an answer is kept, at most 5 minutes: members may turn a
	 * group into topics at any time. Zero keeps none
	 * @return the guard, which keeps the answers for 10,000 chats
	 * @see <a href="https://open.feishu.cn/document/server-docs/group/chat/get-2">Get
	 * group info</a>
	 */
	static ChatGuard askingPlatform(WebClient client, Duration cacheFor) {
		return new CachingChatGuard(client, cacheFor);
	}

}
