package io.ephemeral.feishu.card.source;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;

import io.ephemeral.feishu.card.element.Element;
import io.ephemeral.feishu.card.element.ElementBuilder;
import io.ephemeral.feishu.card.source.Code.Call;
import io.ephemeral.feishu.card.source.Code.Word;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * Step of the creation of a value: a constant, a call of a constructor, or a call of a
 * method.
 *
 * @param member constant, constructor or method
 * @param arguments arguments of the call; null for an absent value
 */
record Step(Member member, List<? extends @Nullable Expression> arguments) {

	/**
	 * Takes the step.
	 * @param receiver object whose method is called; none for the first step
	 * @return the result
	 * @throws InvalidStepException if the called code refuses the arguments
	 */
	Object applyTo(@Nullable Object receiver) {
		try {
			Object result = (this.member instanceof Field field) ? field.get(null)
					: (this.member instanceof Constructor<?> constructor) ? constructor.newInstance(values(constructor))
							: ((Method) this.member).invoke(receiver, values((Method) this.member));
			return Objects.requireNonNull(result);
		}
		catch (InvocationTargetException ex) {
			throw new InvalidStepException(ex.getCause());
		}
		catch (IllegalAccessException | InstantiationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private @Nullable Object[] values(Executable executable) {
		Class<?>[] types = executable.getParameterTypes();
		@Nullable Object[] values = new Object[types.length];
		for (int index = 0; index < types.length; index++) {
			boolean isVariable = executable.isVarArgs() && index == types.length - 1;
			values[index] = isVariable ? rest(types[index].getComponentType(), index)
					: value(this.arguments.get(index), types[index]);
		}
		return values;
	}

	private Object rest(Class<?> type, int start) {
		Object rest = Array.newInstance(type, this.arguments.size() - start);
		for (int index = start; index < this.arguments.size(); index++) {
			Array.set(rest, index - start, value(this.arguments.get(index), type));
		}
		return rest;
	}

	private static @Nullable Object value(@Nullable Expression argument, Class<?> type) {
		if (argument == null) {
			return null;
		}
		// The part was built before.
		return (type == ElementBuilder.class) ? builderOf(argument.part()) : argument.value().get();
	}

	@SuppressWarnings({ "unchecked", "rawtypes" })
	private static ElementBuilder<?> builderOf(Object part) {
		return (ElementBuilder) () -> (Element) part;
	}

	/** Returns the static type of the result of a first step. */
	ResolvableType type() {
		return (this.member instanceof Method method) ? ResolvableType.forMethodReturnType(method)
				: ResolvableType.forClass(this.member.getDeclaringClass());
	}

	/** Returns the code of a first step. */
	Code start() {
		Class<?> type = this.member.getDeclaringClass();
		String owner = Code.nameOf(type);
		if (this.member instanceof Field) {
			return new Word(owner + "." + this.member.getName(), type);
		}
		String name = (this.member instanceof Constructor) ? "new " + owner : owner + "." + this.member.getName();
		return new Call(name, type, codes(), null);
	}

	/** Returns the code of a call on the result of the step before. */
	Call call() {
		return new Call(this.member.getName(), null, codes(), comment());
	}

	private List<Code> codes() {
		return this.arguments.stream()
			.map((argument) -> (argument != null) ? argument.code() : Code.word("null"))
			.toList();
	}

	@Nullable String comment() {
		return this.arguments.stream()
			.filter(Objects::nonNull)
			.map(Expression::comment)
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	int cost() {
		return this.member.getName().length() + ((this.member instanceof Constructor) ? Expression.CONSTRUCTOR : 0)
				+ this.arguments.stream().mapToInt((argument) -> (argument != null) ? 4 + argument.cost() : 8).sum()
				+ (Modifier.isStatic(this.member.getModifiers()) ? Code.nameOf(this.member.getDeclaringClass()).length()
						: 0);
	}

	/** Returns whether the step adds an element to a container. */
	boolean addsElement() {
		return this.arguments.stream().anyMatch((argument) -> argument != null && argument.part() instanceof Element);
	}

	/** Refusal of a step by the called code. */
	static final class InvalidStepException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		InvalidStepException(@Nullable Throwable cause) {
			super(cause);
		}

	}

}
