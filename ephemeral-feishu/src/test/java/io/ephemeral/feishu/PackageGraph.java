package io.ephemeral.feishu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;

/**
 * Packages and what each of them imports, drawn so that all arrows go down. An arrow is
 * left out where a longer way says the same.
 *
 * @param imports imported packages by package
 * @param types number of types by package, and of the public ones among them
 */
record PackageGraph(SortedMap<String, Set<String>> imports, Map<String, Types> types) {

	private static final int WIDTH = 900;

	private static final int BOX_WIDTH = 150;

	private static final int BOX_HEIGHT = 46;

	private static final int LANE_WIDTH = 30;

	private static final String LANE = ">";

	private static final int ROW = 96;

	static PackageGraph of(JavaClasses classes, String root) {
		SortedMap<String, Set<String>> imports = new TreeMap<>();
		Map<String, Types> types = new HashMap<>();
		for (JavaClass type : classes) {
			String name = nameOf(type, root);
			Set<String> imported = imports.computeIfAbsent(name, (key) -> new TreeSet<>());
			type.getDirectDependenciesFromSelf()
				.stream()
				.map((dependency) -> dependency.getTargetClass())
				.filter((target) -> target.getPackageName().startsWith(root))
				.map((target) -> nameOf(target, root))
				.filter((target) -> !target.equals(name))
				.forEach(imported::add);
			if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
				types.merge(name, Types.of(type), Types::plus);
			}
		}
		return new PackageGraph(imports, types);
	}

	private static String nameOf(JavaClass type, String root) {
		String name = type.getPackageName();
		return name.equals(root) ? root.substring(root.lastIndexOf('.') + 1) : name.substring(root.length() + 1);
	}

	/** Number of rows below a package or a lane. */
	private int level(String name) {
		if (isLane(name)) {
			return Integer.parseInt(name.substring(name.lastIndexOf(LANE) + 1));
		}
		return importsOf(name).stream().mapToInt((imported) -> level(imported) + 1).max().orElse(0);
	}

	private Set<String> importsOf(String name) {
		return this.imports.getOrDefault(name, Set.of());
	}

	private boolean reaches(String from, String to) {
		return importsOf(from).stream().anyMatch((next) -> next.equals(to) || reaches(next, to));
	}

	private List<String> arrowsOf(String name) {
		Set<String> all = importsOf(name);
		return all.stream().filter((to) -> all.stream().noneMatch((between) -> reaches(between, to))).toList();
	}

	String toSvg() {
		Map<String, List<String>> below = below();
		Map<String, Integer> middles = middles(below);
		int height = (rows(below).size() - 1) * ROW;
		StringBuilder svg = new StringBuilder("""
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13">
				<rect width="100%%" height="100%%" fill="white"/>
				""".formatted(WIDTH, height + ROW));
		below.forEach((node, next) -> {
			int y = height - level(node) * ROW + 20;
			next.forEach((to) -> svg.append(arrow(middles.get(node), y + BOX_HEIGHT, middles.get(to), y + ROW)));
			svg.append(isLane(node) ? lane(middles.get(node), y) : box(node, middles.get(node), y));
		});
		return svg.append("</svg>\n").toString();
	}

	/**
	 * What stands in the next row below each package, and below each lane, through which
	 * an arrow passes a row.
	 */
	private SortedMap<String, List<String>> below() {
		SortedMap<String, List<String>> below = new TreeMap<>();
		for (String from : this.imports.keySet()) {
			below.computeIfAbsent(from, (key) -> new ArrayList<>());
			for (String to : arrowsOf(from)) {
				String node = from;
				for (int level = level(from) - 1; level > level(to); level--) {
					String lane = from + LANE + to + LANE + level;
					below.computeIfAbsent(node, (key) -> new ArrayList<>()).add(lane);
					node = lane;
				}
				below.computeIfAbsent(node, (key) -> new ArrayList<>()).add(to);
			}
		}
		return below;
	}

	private static boolean isLane(String node) {
		return node.contains(LANE);
	}

	private SortedMap<Integer, List<String>> rows(Map<String, List<String>> below) {
		return below.keySet()
			.stream()
			.collect(Collectors.groupingBy(this::level, TreeMap::new, Collectors.toCollection(ArrayList::new)));
	}

	/** Each row is in the order of what stands below, so that few arrows cross. */
	private Map<String, Integer> middles(Map<String, List<String>> below) {
		Map<String, Integer> middles = new HashMap<>();
		rows(below).forEach((level, row) -> {
			row.sort(Comparator
				.comparingDouble((node) -> below.get(node).stream().mapToInt(middles::get).average().orElse(0)));
			int width = row.stream().mapToInt(PackageGraph::widthOf).sum();
			int x = 0;
			for (String node : row) {
				int share = WIDTH * widthOf(node) / width;
				middles.put(node, x + share / 2);
				x += share;
			}
		});
		return middles;
	}

	private static int widthOf(String node) {
		return isLane(node) ? LANE_WIDTH : BOX_WIDTH;
	}

	private static String arrow(int fromX, int fromY, int toX, int toY) {
		int middle = (fromY + toY) / 2;
		return "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"#9ab\"/>\n".formatted(fromX, fromY, fromX,
				middle, toX, middle, toX, toY);
	}

	private static String lane(int x, int y) {
		return "<path d=\"M%d %dV%d\" stroke=\"#9ab\"/>\n".formatted(x, y, y + BOX_HEIGHT);
	}

	private String box(String name, int x, int y) {
		return """
				<rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="#eef3fa" stroke="#9ab"/>
				<text x="%d" y="%d" text-anchor="middle" fill="#123">%s</text>
				<text x="%d" y="%d" text-anchor="middle" fill="#678" font-size="11">%s</text>
				""".formatted(x - BOX_WIDTH / 2, y, BOX_WIDTH, BOX_HEIGHT, x, y + 20, name, x, y + 37,
				this.types.get(name));
	}

	/**
	 * Number of types.
	 *
	 * @param all all types
	 * @param visible public types
	 */
	record Types(int all, int visible) {

		static Types of(JavaClass type) {
			return new Types(1, type.getModifiers().contains(JavaModifier.PUBLIC) ? 1 : 0);
		}

		Types plus(Types others) {
			return new Types(this.all + others.all, this.visible + others.visible);
		}

		@Override
		public String toString() {
			return this.all + ((this.all == 1) ? " type, " : " types, ") + this.visible + " public";
		}

	}

}
