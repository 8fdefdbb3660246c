package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import io.ephemeral.feishu.simulator.api.ApiResponse;
import io.ephemeral.feishu.simulator.api.HttpAnswer;
import io.ephemeral.feishu.simulator.api.PlannedFault;
import io.ephemeral.feishu.simulator.api.Transfer;
import io.ephemeral.feishu.simulator.connection.HandshakeRefusal;
import io.ephemeral.feishu.simulator.tenant.ApiError;
import io.ephemeral.feishu.simulator.tenant.ApiRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Fault that a request meets, see {@link Faults}.
 * <p>
 * Each method states whether the request is carried out. A test sees that on the screens
 * of the members and in {@link RecordedRequest#processed()}.
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
	 * Creates a fault that carries out the request and delays the response.
	 * @param duration delay; a client times out if it waits less
	 * @return the fault
	 */
	public static Fault delay(Duration duration) {
		return new Fault("delay", true, positive(duration), Transfer.WHOLE);
	}

	/**
	 * Creates a fault that closes the connection before it reads the body of the request.
	 * The request is not carried out, and is recorded without its body.
	 * @return the fault
	 */
	public static Fault requestLost() {
		return new Fault("request-lost", false, Duration.ZERO, Transfer.NOTHING);
	}

	/**
	 * Creates a fault that carries out the request and closes the connection without a
	 * response.
	 * @return the fault
	 */
	public static Fault answerLost() {
		return transferred("answer-lost", Transfer.NOTHING);
	}

	/**
	 * Creates a fault that carries out the request and resets the connection within the
	 * body of the response.
	 * @return the fault
	 */
	public static Fault reset() {
		return transferred("reset", Transfer.RESET);
	}

	/**
	 * Creates a fault that carries out the request and sends the first half of the
	 * response's JSON, with the length of that half.
	 * @return the fault
	 */
	public static Fault truncated() {
		return transferred("truncated", Transfer.TRUNCATED);
	}

	/**
	 * Creates a fault that carries out the request and responds without a body.
	 * @return the fault
	 */
	public static Fault empty() {
		return transferred("empty", Transfer.EMPTY);
	}

	/**
	 * Creates a fault that carries out the request and closes the connection before all
	 * bytes of the response are sent.
	 * @return the fault
	 */
	public static Fault lengthTooLarge() {
		return transferred("length-too-large", Transfer.LENGTH_TOO_LARGE);
	}

	/**
	 * Creates a fault that carries out the request and sends twice as many bytes as the
	 * length of the response.
	 * @return the fault
	 */
	public static Fault lengthTooSmall() {
		return transferred("length-too-small", Transfer.LENGTH_TOO_SMALL);
	}

	/**
	 * Creates a fault that carries out the request and sends the response byte by byte.
	 * @param duration time of the whole response
	 * @return the fault
	 */
	public static Fault slow(Duration duration) {
		return new Fault("slow", true, positive(duration), Transfer.DRIPPED);
	}

	/**
	 * Creates a fault that responds with the page of a gateway and does not carry out the
	 * request.
	 * @param status such as 502
	 * @return the fault
	 * @see #afterProcessing()
	 */
	public static Fault html(int status) {
		return answered("html", (logId) -> HttpAnswer.of(status, "text/html", gatewayPage(status)), status);
	}

	/**
	 * Creates a refusal of the platform with HTTP status 400.
	 * @param code any code of the platform, or another number
	 * @return the fault
	 */
	public static Fault error(int code) {
		return error(400, code, ApiError.textOf(code));
	}

	/**
	 * Creates a refusal of the platform.
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
	 * Creates a refusal of the operation that opens long connections,
	 * {@code POST /callback/ws/endpoint}: HTTP status 200 and an empty URL.
	 * @param code such as 1, 403, 514, 1000040343, 1000040345, 1000040350 or 1000040351
	 * @return the fault
	 */
	public static Fault connectionRefused(int code) {
		return answered("connection-refused",
				(logId) -> HttpAnswer.of(ApiResponse.connectionRefused(code, "refused by the simulator"), logId), 200);
	}

	/**
	 * Creates a refusal of the upgrade to a WebSocket, {@code GET /ws/v2}: HTTP status
	 * 400 with the reason in headers.
	 * @param status value of the header {@code Handshake-Status}, such as 403 or 514
	 * @param code value of the header {@code Handshake-Autherrcode}, such as 1000040350
	 * for too many connections; 0 for no such header
	 * @return the fault
	 */
	public static Fault handshakeRefused(int status, int code) {
		HandshakeRefusal refusal = new HandshakeRefusal(status, code, "refused by the simulator");
		return answered("handshake-refused", (logId) -> HttpAnswer.handshakeRefused(refusal), 400);
	}

	/**
	 * Creates a refusal for too many calls with HTTP status 429, without the headers
	 * about the reset.
	 * @return the fault
	 */
	public static Fault throttled() {
		return throttled(429, null);
	}

	/**
	 * Creates a refusal for too many calls, with the headers about the reset.
	 * @param status HTTP status: 429, or 400 as some older operations have
	 * @param reset time until the limit is reset, in whole seconds; null for no headers
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
	 * Creates a refusal because the quota of calls of the month is used up: HTTP status
	 * 429 as for too many calls, but a retry fails until the next month.
	 * @return the fault
	 */
	public static Fault quotaExceeded() {
		return answered("quota-exceeded", (logId) -> HttpAnswer
			.of(ApiResponse.refused(429, ApiError.QUOTA_EXCEEDED.code(), ApiError.QUOTA_EXCEEDED.text()), logId), 429);
	}

	/**
	 * Creates a refusal of a field by the gateway with HTTP status 400, before the
	 * operation sees the request.
	 * @param field such as {@code uuid}
	 * @param description such as {@code the max len is 50}
	 * @return the fault
	 */
	public static Fault fieldViolation(String field, String description) {
		return answered("field-violation", (logId) -> HttpAnswer
			.of(ApiResponse.refused(400, ApiRefusal.validation(field, "", description)), logId), 400);
	}

	/**
	 * Creates a fault that responds with any body and does not carry out the request.
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
	 * Returns the same fault, but carries out the request first.
	 * @return the fault
	 * @throws IllegalStateException if the request is lost
	 */
	public Fault afterProcessing() {
		if (this.planned.isBeforeReading()) {
			throw new IllegalStateException(
					"The platform never receives a lost request, so it cannot process it first; remove afterProcessing()");
		}
		return new Fault(this.planned.afterProcessing());
	}

	private static Fault transferred(String name, Transfer transfer) {
		return new Fault(name, true, Duration.ZERO, transfer);
	}

	private static Fault answered(String name, Function<String, HttpAnswer> answer, int status) {
		if (status < 200 || status > 599) {
			throw new IllegalArgumentException("The status of a response must be from 200 to 599, but is " + status);
		}
		return new Fault(new PlannedFault(name, false, Duration.ZERO, Transfer.WHOLE, answer));
	}

	private static Duration positive(Duration duration) {
		if (duration.isNegative() || duration.isZero()) {
			throw new IllegalArgumentException("The duration of a fault must be positive, but is " + duration);
		}
		return duration;
	}

	PlannedFault planned() {
		return this.planned;
	}

	/**
	 * Returns the name of the fault for {@code POST /simulator/faults}.
	 */
	@Override
	public String toString() {
		return this.planned.name();
	}

	private static String gatewayPage(int status) {
		return "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>".formatted(status);
	}

}
