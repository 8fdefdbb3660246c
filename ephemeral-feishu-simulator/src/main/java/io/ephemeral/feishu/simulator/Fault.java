package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.api.ApiResponse;
import io.ephemeral.feishu.simulator.api.HttpAnswer;
import io.ephemeral.feishu.simulator.api.PlannedFault;
import io.ephemeral.feishu.simulator.api.Transfer;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with a request, to be planned by {@link Faults}.
 * <p>
 * Each one says whether the request is carried out, which a test sees in what members see
 * and in {@link RecordedRequest#processed()}.
 */
public final class Fault {

	private final PlannedFault planned;

	private Fault(PlannedFault planned) {
		this.planned = planned;
	}

	private Fault(String name, boolean processed, Duration duration, Transfer transfer) {
		this(new PlannedFault(name, processed, duration, transfer, null));
	}

	/**
	 * The request is carried out, and answered after a while.
	 * @param duration how long the answer takes; more than a client waits makes a
	 * time-out
	 * @return the fault
	 */
	public static Fault delay(Duration duration) {
		return new Fault("delay", true, positive(duration), Transfer.WHOLE);
	}

	/**
	 * The connection is closed before the body of the request is read: it is not carried
	 * out, and not answered. It is recorded without its body.
	 * @return the fault
	 */
	public static Fault requestLost() {
		return new Fault("request-lost", false, Duration.ZERO, Transfer.NOTHING);
	}

	/**
	 * The request is carried out, and the connection closed in place of an answer.
	 * @return the fault
	 */
	public static Fault answerLost() {
		return transferred("answer-lost", Transfer.NOTHING);
	}

	/**
	 * The request is carried out, and the connection reset in the middle of the answer's
	 * body.
	 * @return the fault
	 */
	public static Fault reset() {
		return transferred("reset", Transfer.RESET);
	}

	/**
	 * The request is carried out; the second half of the answer's JSON is missing, and
	 * its length says that this is all.
	 * @return the fault
	 */
	public static Fault truncated() {
		return transferred("truncated", Transfer.TRUNCATED);
	}

	/**
	 * The request is carried out; the answer has no body.
	 * @return the fault
	 */
	public static Fault empty() {
		return transferred("empty", Transfer.EMPTY);
	}

	/**
	 * The request is carried out; the answer promises more bytes than come before the
	 * connection is closed.
	 * @return the fault
	 */
	public static Fault lengthTooLarge() {
		return transferred("length-too-large", Transfer.LENGTH_TOO_LARGE);
	}

	/**
	 * The request is carried out; the answer has twice as many bytes as it promises.
	 * @return the fault
	 */
	public static Fault lengthTooSmall() {
		return transferred("length-too-small", Transfer.LENGTH_TOO_SMALL);
	}

	/**
	 * The request is carried out; its answer comes byte by byte.
	 * @param duration how long the whole answer takes
	 * @return the fault
	 */
	public static Fault slow(Duration duration) {
		return new Fault("slow", true, positive(duration), Transfer.DRIPPED);
	}

	/**
	 * A gateway answers with a page, and the request is not carried out.
	 * @param status such as 502
	 * @return the fault
	 * @see #afterProcessing()
	 */
	public static Fault html(int status) {
		return answered("html", (logId) -> HttpAnswer.of(status, "text/html", gatewayPage(status)), status);
	}

	/**
	 * The platform refuses the request with HTTP status 400.
	 * @param code any code of the platform, or another number
	 * @return the fault
	 */
	public static Fault error(int code) {
		return error(400, code, ApiError.textOf(code));
	}

	/**
	 * The platform refuses the request, or claims to.
	 * @param status HTTP status, such as 200 or 500
	 * @param code any code of the platform, or another number
	 * @param message the {@code msg}
	 * @return the fault
	 * @see #afterProcessing()
	 */
	public static Fault error(int status, int code, String message) {
		return answered("error", (logId) -> HttpAnswer.of(ApiResponse.refused(status, code, message), logId), status);
	}

	/**
	 * The request is throttled with HTTP status 429, and the answer does not say for how
	 * long.
	 * @return the fault
	 */
	public static Fault throttled() {
		return throttled(429, null);
	}

	/**
	 * The request is throttled, with the headers that say for how long.
	 * @param status HTTP status: 429, or 400 as of some older operations
	 * @param reset until the limit is restored, in whole seconds; absent without the
	 * headers
	 * @return the fault
	 */
	public static Fault throttled(int status, @Nullable Duration reset) {
		Map<String, String> headers = (reset != null)
				? Map.of("x-ogw-ratelimit-limit", "50", "x-ogw-ratelimit-reset", Long.toString(reset.toSeconds()))
				: Map.of();
		return answered("throttled", (logId) -> HttpAnswer.of(
				ApiResponse.refused(status, ApiError.RATE_LIMITED.code(), ApiError.RATE_LIMITED.text()).with(headers),
				logId), status);
	}

	/**
	 * The month's quota of calls is used up: HTTP status 429 as for throttling, but
	 * trying again does not help before the next month.
	 * @return the fault
	 */
	public static Fault quotaExceeded() {
		return answered("quota-exceeded", (logId) -> HttpAnswer
			.of(ApiResponse.refused(429, ApiError.QUOTA_EXCEEDED.code(), ApiError.QUOTA_EXCEEDED.text()), logId), 429);
	}

	/**
	 * The gateway refuses a field of the request with HTTP status 400, before the
	 * operation sees it.
	 * @param field such as {@code uuid}
	 * @param description such as {@code the max len is 50}
	 * @return the fault
	 */
	public static Fault fieldViolation(String field, String description) {
		return answered("field-violation", (logId) -> HttpAnswer
			.of(ApiResponse.refused(400, ApiRefusal.validation(field, "", description)), logId), 400);
	}

	/**
	 * Something else than the platform's JSON is answered, and the request is not carried
	 * out.
	 * @param status HTTP status
	 * @param contentType such as {@code application/json}
	 * @param body the whole body
	 * @return the fault
	 * @see #afterProcessing()
	 */
	public static Fault answer(int status, String contentType, String body) {
		return answered("answer", (logId) -> HttpAnswer.of(status, contentType, body), status);
	}

	/**
	 * The same fault, but with the request carried out before.
	 * @return the fault
	 * @throws IllegalStateException if the request is lost
	 */
	public Fault afterProcessing() {
		if (this.planned.isBeforeReading()) {
			throw new IllegalStateException("A request that is lost is not carried out");
		}
		return new Fault(this.planned.afterProcessing());
	}

	private static Fault transferred(String name, Transfer transfer) {
		return new Fault(name, true, Duration.ZERO, transfer);
	}

	private static Fault answered(String name, Function<String, HttpAnswer> answer, int status) {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("No status of an answer: " + status);
		}
		return new Fault(new PlannedFault(name, false, Duration.ZERO, Transfer.WHOLE, answer));
	}

	private static Duration positive(Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException("The duration must be positive");
		}
		return duration;
	}

	PlannedFault planned() {
		return this.planned;
	}

	/**
	 * The name by which {@code POST /simulator/faults} takes the fault.
	 */
	@Override
	public String toString() {
		return this.planned.name();
	}

	private static String gatewayPage(int status) {
		return "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status);
	}

}
