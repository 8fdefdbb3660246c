package io.ephemeral.sample.checklist;

import java.net.URI;
import java.time.LocalDate;

/**
 * Surroundings of a run, for the head of the report.
 *
 * @param simulated whether the simulator takes the platform's place
 * @param date day of the run
 * @param address address of the platform or the simulator
 * @param versions versions of the library, of Spring Boot and of Java
 * @param callbacks way on which events and clicks arrive
 */
record Surroundings(boolean simulated, LocalDate date, URI address, String versions, String callbacks) {

	/**
	 * Returns the platform as the report names it.
	 */
	String platform() {
		return this.simulated ? "the simulator" : this.address.getHost();
	}

}
