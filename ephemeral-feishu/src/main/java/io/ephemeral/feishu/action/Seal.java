package io.ephemeral.feishu.action;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Seal of an action in a card. The state of a sealed action is encrypted when the card is
 * sent, so that nobody can read, change or forge it. Its handler runs only for clicks
 * that the seal allows:
 *
 * <pre class="code">
 * Button.builder("Approve").callback(new Approve(order.id()), Seal.forViewer(ada).once().until(deadline))</pre>
 * <p>
 * A seal is valid for the app, for the tenant if the call names it, and for the chat if
 * it is known when the card is sent. The name of the action stays readable, because it
 * selects the handler.
 *
 * @param viewer the only person who may use the component; null for anyone who sees it
 * @param single whether the component can be used once
 * @param deadline last moment at which a click may arrive, to the millisecond; null for
 * none
 */
public record Seal(@Nullable Viewer viewer, boolean single, @Nullable Instant deadline) {

	/**
	 * Member of the value of a sealed component. A record of an action has no component
	 * with this name.
	 */
	public static final String MEMBER = "ephemeral_seal";

	public Seal {
		Assert.isTrue(!(viewer instanceof Viewer.Email),
				"A seal cannot name its viewer by e-mail, because a click contains no e-mail address; "
						+ "use an open id, or Seal.forAnyone()");
		deadline = (deadline != null) ? deadline.truncatedTo(ChronoUnit.MILLIS) : null;
	}

	/**
	 * Creates a seal for one person.
	 * @param viewer the person by open id. A user id works only if the app has the scope
	 * {@code contact:user.employee_id:readonly}, because clicks contain no user id
	 * otherwise; without it, all clicks are refused
	 * @return the seal
	 * @throws IllegalArgumentException if the viewer is named by e-mail, because a click
	 * contains no e-mail address
	 */
	public static Seal forViewer(Viewer viewer) {
		return new Seal(viewer, false, null);
	}

	/**
	 * Creates a seal for everybody who sees the card.
	 * @return the seal
	 */
	public static Seal forAnyone() {
		return new Seal(null, false, null);
	}

	/**
	 * Allows one use of the component. It counts as used once its handler has returned a
	 * reply; a refused form or a failure does not count. If several people see the card,
	 * the first one uses it for all. A card that is sent again has a new seal.
	 * <p>
	 * Without an {@code AnswerStore}, each instance of the application remembers its own
	 * clicks until it stops.
	 * @return a seal with this condition too
	 */
	public Seal once() {
		return new Seal(this.viewer, true, this.deadline);
	}

	/**
	 * Allows clicks up to a time, by the clock of the application.
	 * @param deadline last moment at which a click may arrive
	 * @return a seal with this condition too
	 */
	public Seal until(Instant deadline) {
		return new Seal(this.viewer, this.single, deadline);
	}

}
