package io.ephemeral.feishu.limit;

import io.ephemeral.feishu.limit.window.SlidingWindow;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BookingsTests {

	private final Bookings bookings = new Bookings();

	@Test
	void opensWhenSlotsAreSeveralThenIsTheFirst() {
		this.bookings.add(20, false);
		this.bookings.add(10, false);
		this.bookings.add(10, false);
		assertThat(this.bookings.opens()).isEqualTo(10);

		this.bookings.removeFirst();
		this.bookings.removeFirst();

		assertThat(this.bookings.opens()).isEqualTo(20);
		assertThat(this.bookings.size()).isOne();
	}

	@Test
	void removeLastWhenSlotsAreSeveralThenKeepsTheFirst() {
		this.bookings.add(10, false);
		this.bookings.add(20, false);
		this.bookings.removeLast();

		assertThat(this.bookings.opens()).isEqualTo(10);
	}

	@Test
	void isProbeWhenItsSlotIsRemovedThenIsNot() {
		this.bookings.add(10, true);
		assertThat(this.bookings.isProbe()).isTrue();

		this.bookings.removeFirst();

		assertThat(this.bookings.isProbe()).isFalse();
		assertThat(this.bookings.opens()).isEqualTo(SlidingWindow.UNKNOWN);
	}

}
