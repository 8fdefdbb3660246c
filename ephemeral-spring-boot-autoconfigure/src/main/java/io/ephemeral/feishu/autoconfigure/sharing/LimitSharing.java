package io.ephemeral.feishu.autoconfigure.sharing;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * State of the limits that the instances of the application share.
 */
public interface LimitSharing {

	/**
	 * Returns the present state.
	 * @return the state; joint before the first call
	 */
	Status status();

	/**
	 * State of the sharing.
	 *
	 * @param aloneSince time since which the store does not answer, so that this instance
	 * uses its share of the limits; null if the instances share the limits
	 * @param instances number of instances in the last minute, as far as this one knows;
	 * at least 1
	 */
	record Status(@Nullable Instant aloneSince, int instances) {

		/**
		 * Returns a text for persons.
		 * @return such as <em>joint, 4 instances</em>
		 */
		public String describe() {
			return (this.aloneSince == null)
					? "joint, " + ((this.instances == 1) ? "1 instance" : this.instances + " instances")
					: "alone since " + this.aloneSince + ", with 1/" + this.instances + " of the limits";
		}

	}

	/**
	 * Listener of the exchanges with the store.
	 */
	@FunctionalInterface
	interface Listener {

		/**
		 * Receives the end of an exchange.
		 * @param nanos time that it took
		 * @param answered whether the store answered
		 */
		void onExchange(long nanos, boolean answered);

	}

}
