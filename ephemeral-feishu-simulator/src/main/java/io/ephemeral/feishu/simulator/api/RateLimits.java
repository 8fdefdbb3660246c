package io.ephemeral.feishu.simulator.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.Json;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Limits of the platform in sliding windows: for each operation and tenant 50 requests in
 * a second and 1,000 in a minute, and fewer for one chat or message. A refused request
 * does not count (unconfirmed).
 */
public final class RateLimits {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final int PER_SECOND = 50;

	private static final int PER_MINUTE = 1000;

	private static final String SEND = "POST /open-apis/ephemeral/v1/send";

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private final Clock clock;

	private final boolean enforced;

	private final Map<String, List<RateWindow>> operations = new HashMap<>();

	private final Map<String, RateWindow> targets = new HashMap<>();

	private final Map<String, Integer> refusals = new TreeMap<>();

	public RateLimits(Clock clock, boolean enforced) {
		this.clock = clock;
		this.enforced = enforced;
	}

	/**
	 * Counts a request, unless there are too many.
	 * @return the response to a refused request; absent for others
	 */
	@Nullable ApiResponse refusal(Tenant tenant, ApiRequest request) {
		if (!this.enforced) {
			return null;
		}
		String id = request.pathId();
		String path = id.isEmpty() ? request.path() : request.path().replace(id, ":id");
		String operation = request.method() + " " + path;
		return refusal(tenant.tenantKey(), operation, target(tenant, operation, request));
	}

	private synchronized @Nullable ApiResponse refusal(String tenantKey, String operation, @Nullable Target target) {
		Instant now = this.clock.instant();
		List<RateWindow> windows = this.operations.computeIfAbsent(tenantKey + " " + operation,
				(key) -> List.of(new RateWindow(PER_SECOND, SECOND), new RateWindow(PER_MINUTE, MINUTE)));
		for (RateWindow window : windows) {
			if (window.isFull(now)) {
				return refused(operation, 429, ApiError.RATE_LIMITED, window, now);
			}
		}
		if (target != null) {
			RateWindow window = this.targets.computeIfAbsent(target.id(),
					(id) -> new RateWindow(target.perSecond(), SECOND));
			if (window.isFull(now)) {
				return refused(operation, 400, target.refusal(), window, now);
			}
			window.add(now);
		}
		windows.forEach((window) -> window.add(now));
		return null;
	}

	private ApiResponse refused(String operation, int status, ApiError error, RateWindow window, Instant now) {
		this.refusals.merge(operation, 1, Integer::sum);
		long reset = window.reset(now).plusMillis(999).toSeconds();
		return ApiResponse.refused(status, error.code(), error.text())
			.with(Map.of("x-ogw-ratelimit-limit", Integer.toString(window.limit()), "x-ogw-ratelimit-reset",
					Long.toString(reset)));
	}

	/**
	 * Returns the chat or message with its own limit; absent if the request does not name
	 * it, because the operation refuses such a request.
	 */
	private static @Nullable Target target(Tenant tenant, String operation, ApiRequest request) {
		return switch (operation) {
			case SEND -> body(request, "chat_id").map((chat) -> new Target("cards " + chat, 40, ApiError.CHAT_BUSY))
				.orElse(null);
			case "POST " + MESSAGES ->
				body(request, "receive_id").map((chat) -> new Target("messages " + chat, 5, ApiError.MESSAGES_BUSY))
					.orElse(null);
			case "POST " + MESSAGES + "/:id/reply" -> Optional.ofNullable(tenant.chatOf(request.pathId()))
				.map((chat) -> new Target("messages " + chat, 5, ApiError.MESSAGES_BUSY))
				.orElse(null);
			case "PATCH " + MESSAGES + "/:id" -> new Target("updates " + request.pathId(), 5, ApiError.MESSAGES_BUSY);
			default -> null;
		};
	}

	private static Optional<String> body(ApiRequest request, String field) {
		try {
			return Optional.of(Json.parse(request.body()).path(field).asString("")).filter((value) -> !value.isBlank());
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	public synchronized Map<String, Integer> refusals() {
		return Map.copyOf(this.refusals);
	}

	public synchronized void clear() {
		this.operations.clear();
		this.targets.clear();
		this.refusals.clear();
	}

	/**
	 * Chat or message with its own limit.
	 */
	private record Target(String id, int perSecond, ApiError refusal) {
	}

}
