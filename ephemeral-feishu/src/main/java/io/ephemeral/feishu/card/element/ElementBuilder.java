package io.ephemeral.feishu.card.element;

/**
 * Builder for an element. Containers accept the builder itself, so that {@code build()}
 * is rarely needed.
 *
 * @param <E> type of the element
 */
public interface ElementBuilder<E extends Element> {

	/**
	 * Builds the element.
	 * @return a new element
	 * @throws IllegalArgumentException if a property is out of its range; the message
	 * names it
	 */
	E build();

}
