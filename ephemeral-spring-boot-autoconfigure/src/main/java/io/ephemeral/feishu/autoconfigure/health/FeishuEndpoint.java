package io.ephemeral.feishu.autoconfigure.health;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.auth.TokenState;
import io.ephemeral.feishu.autoconfigure.sharing.LimitSharing;
import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.RunningWork;
import io.ephemeral.feishu.client.CallEnd;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.ephemeral.ExpiryWorker;
import io.ephemeral.feishu.limit.RateLimiter;
import io.ephemeral.feishu.limit.rate.ClosedGate;
import io.ephemeral.feishu.limit.rate.LimitUse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/**
 * Endpoint that shows what this instance of the application knows about its calls and
 * callbacks. It does not call the platform.
 */
@Endpoint(id = "feishu")
final class FeishuEndpoint {

	private final ConnectedApp app;

	private final TenantTokenProvider tokens;

	private final ObjectProvider<TokenSource> tokenSource;

	private final RateLimiter limiter;

	private final CallHistory history;

	private final ObjectProvider<CallbackProcessor> callbacks;

	private final ObjectProvider<LongConnection> connection;

	private final ExpiryWorker expiries;

	private final ObjectProvider<LimitSharing> sharing;

	private final Clock clock;

	FeishuEndpoint(ConnectedApp app, TenantTokenProvider tokens, ObjectProvider<TokenSource> tokenSource,
			RateLimiter limiter, CallHistory history, ObjectProvider<CallbackProcessor> callbacks,
			ObjectProvider<LongConnection> connection, ExpiryWorker expiries, ObjectProvider<LimitSharing> sharing,
			Clock clock) {
		this.app = app;
		this.tokens = tokens;
		this.tokenSource = tokenSource;
		this.limiter = limiter;
		this.history = history;
		this.callbacks = callbacks;
		this.connection = connection;
		this.expiries = expiries;
		this.sharing = sharing;
		this.clock = clock;
	}

	@ReadOperation
	FeishuReport report() {
		return new FeishuReport(this.app, tokens(), limits(), this.history.counts(), work(), this.expiries.pending(),
				longConnection());
	}

	private @Nullable LongConnectionDetails longConnection() {
		LongConnection present = this.connection.getIfAvailable();
		return (present != null) ? LongConnectionDetails.of(present.status()) : null;
	}

	private FeishuReport.Excerpt<FeishuReport.Token> tokens() {
		TokenSource source = this.tokenSource.getIfAvailable();
		Stream<TokenState> ofApp = (source != null) ? source.states().stream() : Stream.empty();
		return FeishuReport.Excerpt.of(Stream.concat(ofApp.map((token) -> FeishuReport.Token.of("app", token)),
				this.tokens.states()
					.stream()
					.map((token) -> FeishuReport.Token.of("tenant", token))
					.sorted(Comparator.comparing(FeishuReport.Token::validUntil,
							Comparator.nullsFirst(Comparator.naturalOrder())))));
	}

	private FeishuReport.Limits limits() {
		List<LimitUse> use = this.limiter.use();
		Instant now = this.clock.instant();
		LimitSharing shared = this.sharing.getIfAvailable();
		return new FeishuReport.Limits((shared != null) ? shared.status() : null,
				use.stream().mapToInt(LimitUse::waiting).sum(),
				FeishuReport.Excerpt.of(use.stream()
					.sorted(Comparator.comparingInt(LimitUse::waiting).reversed())
					.map(FeishuEndpoint::withoutIds)),
				FeishuReport.Excerpt.of(this.limiter.closedGates()
					.stream()
					.sorted(Comparator.comparing(ClosedGate::opensIn).reversed())
					.map((gate) -> FeishuReport.Gate.of(gate, now))));
	}

	private static LimitUse withoutIds(LimitUse use) {
		return new LimitUse(CallEnd.shownOperation(use.operation()), use.tenant(), use.waiting(), use.underWay(),
				use.windows(), use.targets(), use.fullestTarget());
	}

	private FeishuReport.Excerpt<RunningWork> work() {
		CallbackProcessor processor = this.callbacks.getIfAvailable();
		return FeishuReport.Excerpt.of((processor != null)
				? processor.running().stream().sorted(Comparator.comparing(RunningWork::age).reversed())
				: Stream.empty());
	}

}
