package io.ephemeral.feishu.card.json;

import java.util.Arrays;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Path of a walk through a card. Its text is written only when somebody asks for it.
 */
public final class CardPath {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");

	/** Names of properties, or null for a place in an array. */
	private @Nullable String[] names;

	private int[] indexes;

	private int depth;

	/**
	 * Makes the path of the card as a whole.
	 */
	public CardPath() {
		this(new String[32], new int[32]);
	}

	private CardPath(@Nullable String[] names, int[] indexes) {
		this.names = names;
		this.indexes = indexes;
	}

	/**
	 * Goes into a property.
	 * @param property its name
	 */
	public void enter(String property) {
		grow();
		this.names[this.depth++] = property;
	}

	/**
	 * Goes to an element of an array.
	 * @param index its index
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
	 * Goes back by one step.
	 */
	public void leave() {
		this.depth--;
	}

	/**
	 * Writes the path of a property of the present object.
	 * @param property its name
	 * @return such as {@code body.elements[2].width}
	 */
	public String of(String property) {
		enter(property);
		String path = toString();
		leave();
		return path;
	}

	/**
	 * Keeps the present place.
	 * @return a copy that does not move
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
				// A name may be what somebody wrote, such as one of a column.
				path.append(path.isEmpty() ? "" : ".").append(NAME.matcher(name).matches() ? name : "?");
			}
		}
		return path.toString();
	}

}
