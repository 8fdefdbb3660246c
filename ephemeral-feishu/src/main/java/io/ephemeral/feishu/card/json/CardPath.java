package io.ephemeral.feishu.card.json;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Current path of a walk through a card. Its text is created only on demand.
 */
public final class CardPath {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

	/** Names of properties; null for an array element. */
	private @Nullable String[] names;

	private int[] indexes;

	private int depth;

	/**
	 * Creates the path of the card as a whole.
	 */
	public CardPath() {
		this(new String[32], new int[32]);
	}

	private CardPath(@Nullable String[] names, int[] indexes) {
		this.names = names;
		this.indexes = indexes;
	}

	/**
	 * Enters a property.
	 * @param property name of the property
	 */
	public void enter(String property) {
		grow();
		this.names[this.depth++] = property;
	}

	/**
	 * Enters an element of an array.
	 * @param index index of the element
	 */
	public void enter(int index) {
		grow();
		this.indexes[this.depth] = index;
		this.names[this.depth++] = null;
	}

	private void grow() {
		if (this.depth == this.names.length) {
			this.names = Arrays.copyOf(this.names, 2 * this.depth);
			this.indexes = Arrays.copyOf(this.indexes, 2 * this.depth);
		}
	}

	/**
	 * Leaves the last property or element.
	 */
	public void leave() {
		this.depth--;
	}

	/**
	 * Returns the path of a property of the current object.
	 * @param property name of the property
	 * @return the path, such as {@code body.elements[2].width}
	 */
	public String of(String property) {
		enter(property);
		String path = toString();
		leave();
		return path;
	}

	/**
	 * Copies the current path.
	 * @return a copy that does not change with this path
	 */
	public CardPath copy() {
		CardPath copy = new CardPath(Arrays.copyOf(this.names, this.depth), Arrays.copyOf(this.indexes, this.depth));
		copy.depth = this.depth;
		return copy;
	}

	@Override
	public String toString() {
		StringBuilder path = new StringBuilder();
		for (int step = 0; step < this.depth; step++) {
			String name = this.names[step];
			if (name == null) {
				path.append('[').append(this.indexes[step]).append(']');
			}
			else {
				// A name can be text of the application, such as the name of a column.
				path.append(path.isEmpty() ? "" : ".").append(NAME.matcher(name).matches() ? name : "?");
			}
		}
		return path.toString();
	}

}
