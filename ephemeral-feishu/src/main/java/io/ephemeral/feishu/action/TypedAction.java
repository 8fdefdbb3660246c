package io.ephemeral.feishu.action;

import java.util.List;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Action of a card. Implement it in a record, whose components are the state of the
 * action: <pre class="code">
 * record Eat(Dish dish) implements TypedAction {
 * }</pre>
 * <p>
 * The name of the type is the name of the action in the card, without the names of
 * enclosing types. Two actions of an application need two names. {@link ActionName} sets
 * another name, and keeps the former one of a renamed type.
 * <p>
 * In Kotlin, implement it in a data class or an object. A sealed interface that extends
 * this one is a family of actions. If one action of a family has a handler, all of them
 * need one.
 * <p>
 * The state travels through the client of the user, who can read and change it, so check
 * it like any input, or protect it with a {@link Seal}. A record has no component with
 * the name {@code action}, {@code locale} or {@value Seal#MEMBER}, because these names
 * have a meaning in the value of a component.
 */
public interface TypedAction {

	/**
	 * Returns the names of an action.
	 * @param type record of the action
	 * @return the name that new cards contain, then the names in older cards
	 * @throws IllegalArgumentException if the type has an {@link ActionName} without a
	 * name or with a blank one
	 */
	static List<String> namesOf(Class<? extends TypedAction> type) {
		ActionName names = type.getAnnotation(ActionName.class);
		if (names == null) {
			return List.of(type.getSimpleName());
		}
		Assert.isTrue(names.value().length > 0 && List.of(names.value()).stream().allMatch(StringUtils::hasText),
				() -> "@ActionName of " + type.getName() + " must have at least one name, and no blank one");
		return List.of(names.value());
	}

	/**
	 * Returns whether an action needs a seal.
	 * @param type record of the action
	 * @return true if the type, or an interface that it implements, has a
	 * {@link SealedAction}
	 */
	static boolean needsSeal(Class<? extends TypedAction> type) {
		return AnnotatedElementUtils.hasAnnotation(type, SealedAction.class);
	}

}
