package io.ephemeral.feishu.card.source;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Piece of Java source. {@link CodeWriter} lays it out.
 */
sealed interface Code {

	/** Returns the approximate number of characters, by which pieces are compared. */
	int length();

	/** Adds the classes that the source names. */
	void addClassesTo(Collection<Class<?>> classes);

	static Word word(String text) {
		return new Word(text, null);
	}

	static Call call(String name, List<Code> arguments) {
		return new Call(name, null, arguments, null);
	}

	/** Returns the name of a class in source that imports the outermost class. */
	static String nameOf(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		return (outer != null) ? nameOf(outer) + "." + type.getSimpleName() : type.getSimpleName();
	}

	/**
	 * Number, name or constant.
	 *
	 * @param text source
	 * @param type class that the source names; none when absent
	 */
	record Word(String text, @Nullable Class<?> type) implements Code {

		@Override
		public int length() {
			return this.text.length();
		}

		@Override
		public void addClassesTo(Collection<Class<?>> classes) {
			if (this.type != null) {
				classes.add(this.type);
			}
		}

	}

	/**
	 * Text, which may become a text block.
	 *
	 * @param value text without quotation marks and escapes
	 */
	record Text(String value) implements Code {

		@Override
		public int length() {
			return this.value.length() + 2;
		}

		@Override
		public void addClassesTo(Collection<Class<?>> classes) {
		}

	}

	/**
	 * Call of a method or a constructor.
	 *
	 * @param name name of the method, with the class in front of a static one
	 * @param type class that the name begins with; none when absent
	 * @param arguments arguments
	 * @param comment comment above the call; none when absent
	 */
	record Call(String name, @Nullable Class<?> type, List<? extends Code> arguments,
			@Nullable String comment) implements Code {

		Call commented(@Nullable String comment) {
			return new Call(this.name, this.type, this.arguments, comment);
		}

		@Override
		public int length() {
			return this.name.length() + 2 + this.arguments.stream().mapToInt((argument) -> argument.length() + 2).sum();
		}

		@Override
		public void addClassesTo(Collection<Class<?>> classes) {
			if (this.type != null) {
				classes.add(this.type);
			}
			this.arguments.forEach((argument) -> argument.addClassesTo(classes));
		}

	}

	/**
	 * Calls one after the other.
	 *
	 * @param head expression on whose result the first call is made
	 * @param calls calls, each on the result of the one before
	 */
	record Chain(Code head, List<Call> calls) implements Code {

		@Override
		public int length() {
			return this.head.length() + this.calls.stream().mapToInt((call) -> call.length() + 1).sum();
		}

		@Override
		public void addClassesTo(Collection<Class<?>> classes) {
			this.head.addClassesTo(classes);
			this.calls.forEach((call) -> call.addClassesTo(classes));
		}

	}

}
