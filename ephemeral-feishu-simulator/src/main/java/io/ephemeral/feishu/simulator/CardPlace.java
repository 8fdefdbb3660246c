package io.ephemeral.feishu.simulator;

/**
 * A place in a card that is being read.
 *
 * @param path from the card on, such as {@code body.elements[2].name}
 * @param error what a mistake there is refused with
 */
record CardPlace(CardReading reading, String path, CardError error) {

	CardPlace property(String name) {
		return at(this.path.isEmpty() ? name : this.path + "." + name);
	}

	CardPlace item(int index) {
		return at(this.path + "[" + index + "]");
	}

	private CardPlace at(String path) {
		return new CardPlace(this.reading, path, this.error);
	}

	CardPlace refusingWith(CardError error) {
		return new CardPlace(this.reading, this.path, error);
	}

	void refuse(String mistake) {
		refuse(this.error, mistake);
	}

	void refuse(CardError error, String mistake) {
		this.reading.add(new CardViolation(error, this.path, mistake));
	}

}
