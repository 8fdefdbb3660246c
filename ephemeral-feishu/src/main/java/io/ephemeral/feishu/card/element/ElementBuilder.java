package io.ephemeral.feishu.card.element;

/**
 * Makes an element. Containers take the builder itself, so that a card reads without
 * {@code build()}.
 *
 * @param <E> the element
 */
public interface ElementBuilder<E extends Element> {

	/**
	 * Makes the element from what was set.
	 * @return a new element
	 * @throws IllegalArgumentException if a property is out of its range; the message
	 * names it
	 */
	E build();

}
