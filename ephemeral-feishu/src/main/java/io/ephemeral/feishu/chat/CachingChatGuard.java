package io.ephemeral.feishu.chat;

import java.time.Duration;
import java.util.Optional;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException.Effect;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.chat.UnsupportedPlaceException.Reason;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuCall;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Guard that requests the kind of chat from the platform and caches the responses.
 */
final class CachingChatGuard implements ChatGuard {

	private static final Duration LONGEST_CACHE = Duration.ofMinutes(5);

	private static final int MOST_CHATS = 10_000;

	private final FeishuApi api;

	private final ConcurrentLruCache<Place, Mono<Optional<Reason>>> answers;

	CachingChatGuard(WebClient client, Duration cacheFor) {
		Assert.isTrue(!cacheFor.isNegative() && cacheFor.compareTo(LONGEST_CACHE) <= 0,
				"'cacheFor' must be from 0 to 5 minutes");
		this.api = new FeishuApi(client);
		this.answers = new ConcurrentLruCache<>(MOST_CHATS,
				(place) -> ask(place).cache((reason) -> isKnown(reason) ? cacheFor : Duration.ZERO,
						(error) -> Duration.ZERO, () -> Duration.ZERO));
	}

	@Override
	public Mono<Void> check(ChatId chat, @Nullable TenantKey tenant) {
		return Mono.defer(() -> this.answers.get(new Place(chat, tenant)))
			.onErrorMap((error) -> Effect.of(error) == Effect.UNKNOWN,
					(error) -> new UnsupportedPlaceException(chat, Reason.NOT_REACHED, error))
			.flatMap((reason) -> reason.isEmpty() ? Mono.empty()
					: Mono.error(new UnsupportedPlaceException(chat, reason.get(), null)));
	}

	private Mono<Optional<Reason>> ask(Place place) {
		TenantKey tenant = place.tenant();
		FeishuCall call = FeishuCall.of("chat.get", HttpMethod.GET, "/open-apis/im/v1/chats/{chat}", place.chat());
		return ((tenant != null) ? this.api.forTenant(tenant) : this.api).call(call,
				(response) -> reasonAgainst(response.path("data")));
	}

	/**
	 * Returns the reason why a chat does not support ephemeral cards; empty if it does.
	 * The platform returns no mode to a bot that is not in the chat.
	 */
	private static Optional<Reason> reasonAgainst(JsonNode chat) {
		return switch (text(chat, "chat_mode")) {
			case "group" -> switch (text(chat, "group_message_type")) {
				case "chat", "" -> Optional.empty();
				case "thread" -> Optional.of(Reason.TOPIC_GROUP);
				default -> Optional.of(Reason.UNKNOWN_KIND);
			};
			case "topic" -> Optional.of(Reason.TOPIC_GROUP);
			case "p2p" -> Optional.of(Reason.ONE_TO_ONE_CHAT);
			default -> Optional.of(Reason.UNKNOWN_KIND);
		};
	}

	/**
	 * Reads a value without blanks around it, because one documented value has a leading
	 * blank.
	 */
	private static String text(JsonNode chat, String field) {
		return chat.path(field).asString("").strip();
	}

	private static boolean isKnown(Optional<Reason> reason) {
		return !reason.equals(Optional.of(Reason.UNKNOWN_KIND));
	}

	private record Place(ChatId chat, @Nullable TenantKey tenant) {
	}

}
