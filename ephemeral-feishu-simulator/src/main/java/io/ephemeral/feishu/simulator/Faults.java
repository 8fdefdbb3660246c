package io.ephemeral.feishu.simulator;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.ephemeral.feishu.simulator.api.PlannedFault;
import org.jspecify.annotations.Nullable;

/**
 * Faults that requests meet:
 *
 * <pre>{@code
 * feishu.faults().on("/open-apis/ephemeral/v1/send").next(3).meet(Fault.answerLost());
 * feishu.faults().on("PATCH", "/open-apis/im/v1/messages/:message_id").all().meet(Fault.html(502));
 * }</pre>
 * <p>
 * A request meets the first fault that is planned for it, so faults for the same requests
 * come one after the other. Tests in other languages plan faults with
 * {@code POST /simulator/faults}. The body is a JSON object with these members:
 * <ul>
 * <li>{@code fault}, required: {@code delay}, {@code request-lost}, {@code answer-lost},
 * {@code reset}, {@code truncated}, {@code empty}, {@code length-too-large},
 * {@code length-too-small}, {@code slow}, {@code html}, {@code error}, {@code throttled},
 * {@code quota-exceeded}, {@code field-violation}, {@code answer},
 * {@code connection-refused} or {@code handshake-refused}, as described at {@link Fault}
 * <li>{@code path}: path of the operation; all operations without one
 * <li>{@code method}: such as {@code POST}; all methods without one
 * <li>{@code next}: number of requests; all without one
 * <li>{@code duration}: milliseconds of {@code delay} and {@code slow}
 * <li>{@code status}: HTTP status of {@code html} (502), {@code error} (400),
 * {@code throttled} (429) and {@code answer} (200); {@code Handshake-Status} of
 * {@code handshake-refused} (514)
 * <li>{@code code}: of {@code error}, {@code connection-refused} and
 * {@code handshake-refused}
 * <li>{@code message}: of {@code error}
 * <li>{@code field} and {@code description}: of {@code field-violation}
 * <li>{@code reset}: seconds in the header of {@code throttled}; no headers without it
 * <li>{@code contentType} and {@code body}: of {@code answer}
 * <li>{@code processed}: whether {@code html}, {@code error} and {@code answer} come
 * after the request was carried out; the default is false
 * </ul>
 * <p>
 * {@code DELETE /simulator/faults} is {@link #clear()}.
 */
public final class Faults {

	private final List<Plan> plans = new ArrayList<>();

	Faults() {
	}

	/**
	 * Starts a plan for the requests to one path.
	 * @param path such as {@code /open-apis/ephemeral/v1/send}; a segment that begins
	 * with a colon matches any segment
	 * @return the requests to that path
	 */
	public Requests on(String path) {
		return new Requests(null, path);
	}

	/**
	 * Starts a plan for the requests to one path with one method.
	 * @param method such as {@code POST}
	 * @param path as for {@link #on(String)}
	 * @return the requests to that path by that method
	 */
	public Requests on(String method, String path) {
		return new Requests(method, path);
	}

	/**
	 * Starts a plan for the requests to all operations, including those for tokens.
	 * @return all requests
	 */
	public Requests onEveryOperation() {
		return new Requests(null, null);
	}

	/**
	 * Forgets all plans.
	 */
	public void clear() {
		synchronized (this.plans) {
			this.plans.clear();
		}
	}

	PlannedFault next(String method, String path) {
		synchronized (this.plans) {
			for (Iterator<Plan> remaining = this.plans.iterator(); remaining.hasNext();) {
				Plan plan = remaining.next();
				if (plan.requests.match(method, path)) {
					plan.count--;
					if (plan.count == 0) {
						remaining.remove();
					}
					return plan.fault.planned();
				}
			}
			return PlannedFault.NONE;
		}
	}

	/**
	 * Requests that meet a fault.
	 */
	public final class Requests {

		private final @Nullable String method;

		private final @Nullable String path;

		private Requests(@Nullable String method, @Nullable String path) {
			this.method = method;
			this.path = path;
		}

		/**
		 * Selects the next request only.
		 * @return that request
		 */
		public Occasion next() {
			return next(1);
		}

		/**
		 * Selects the next requests.
		 * @param count number of requests, at least one
		 * @return those requests
		 */
		public Occasion next(int count) {
			if (count < 1) {
				throw new IllegalArgumentException(
						"The number of requests with a fault must be at least 1, but is " + count);
			}
			return new Occasion(this, count);
		}

		/**
		 * Selects all requests from now on.
		 * @return those requests
		 */
		public Occasion all() {
			return new Occasion(this, -1);
		}

		private boolean match(String method, String path) {
			return (this.method == null || this.method.equals(method)) && (this.path == null || matches(path));
		}

		private boolean matches(String path) {
			String[] expected = String.valueOf(this.path).split("/", -1);
			String[] actual = path.split("/", -1);
			boolean matches = expected.length == actual.length;
			for (int i = 0; matches && i < expected.length; i++) {
				matches = expected[i].startsWith(":") || expected[i].equals(actual[i]);
			}
			return matches;
		}

	}

	/**
	 * Number of the requests that meet a fault.
	 */
	public final class Occasion {

		private final Requests requests;

		private final int count;

		private Occasion(Requests requests, int count) {
			this.requests = requests;
			this.count = count;
		}

		/**
		 * Plans a fault for the requests.
		 * @param fault the fault
		 */
		public void meet(Fault fault) {
			synchronized (Faults.this.plans) {
				Faults.this.plans.add(new Plan(this.requests, this.count, fault));
			}
		}

	}

	private static final class Plan {

		private final Requests requests;

		private final Fault fault;

		/** Number of remaining requests; negative for all. */
		private int count;

		private Plan(Requests requests, int count, Fault fault) {
			this.requests = requests;
			this.count = count;
			this.fault = fault;
		}

	}

}
