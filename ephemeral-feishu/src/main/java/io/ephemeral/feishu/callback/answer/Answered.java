package io.ephemeral.feishu.callback.answer;

/**
 * State of a callback in an {@link AnswerStore}, for the owner of one claim.
 */
public sealed interface Answered {

	/**
	 * The callback is claimed by this owner, who handles it.
	 */
	record Mine() implements Answered {
	}

	/**
	 * The callback is claimed by another owner, who handles it now.
	 */
	record Theirs() implements Answered {
	}

	/**
	 * The callback was handled.
	 *
	 * @param answer the kept answer
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Done(byte[] answer) implements Answered {

		/** Hides the answer, which may be a card. */
		@Override
		public String toString() {
			return "Done[" + this.answer.length + " bytes]";
		}

	}

}
