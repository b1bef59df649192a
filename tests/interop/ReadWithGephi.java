import java.awt.Color;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.types.IntervalSet;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens a file as Gephi's "Open" does, with nothing set by hand; prints what Gephi then has, or draws it.
 *
 *  ReadWithGephi FILE              tab-separated: N id label x y size r g b times, E id source target type weight label times
 *  ReadWithGephi FILE PICTURE      as Gephi's Preview shows it: .svg or .pdf
 */
class ReadWithGephi {
    public static void main(String[] arguments) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        Container container = imports.importFile(new File(arguments[0]));
        String report = container.getReport().getText();
        if (!report.isBlank()) System.err.println(report);
        imports.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        if (arguments.length > 1) {
            draw(model, workspace, new File(arguments[1]));
        } else {
            print(model);
        }
        System.exit(0);
    }

    static void print(GraphModel model) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        Graph graph = model.getGraph();
        for (Node node : graph.getNodes()) {
            Color colour = node.getColor();
            out.println(String.join("\t", "N", cell(node.getId()), cell(node.getLabel()), "" + node.x(), "" + node.y(),
                "" + node.size(), "" + colour.getRed(), "" + colour.getGreen(), "" + colour.getBlue(),
                times(node.getAttribute("timeset"))));
        }
        for (Edge edge : graph.getEdges()) {
            out.println(String.join("\t", "E", cell(edge.getId()), cell(edge.getSource().getId()),
                cell(edge.getTarget().getId()), cell(edge.getTypeLabel()), "" + edge.getWeight(),
                cell(edge.getLabel()), times(edge.getAttribute("timeset")), "" + edge.isDirected()));
        }
        out.flush();
    }

    static String cell(Object value) {
        return value == null ? "" : value.toString().replaceAll("\\s+", " ").strip();
    }

    /** First and last second of each interval, since 1970. */
    static String times(Object set) {
        if (!(set instanceof IntervalSet)) return "";
        StringBuilder text = new StringBuilder();
        for (Interval interval : ((IntervalSet) set).toArray()) {
            if (text.length() > 0) text.append(' ');
            text.append((long) (interval.getLow() / 1000)).append("..").append((long) (interval.getHigh() / 1000));
        }
        return text.toString();
    }

    static void draw(GraphModel model, Workspace workspace, File picture) throws Exception {
        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        PreviewProperties properties = preview.getModel().getProperties();
        properties.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
        properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
        properties.putValue(PreviewProperty.NODE_LABEL_FONT, new java.awt.Font("DejaVu Sans", java.awt.Font.PLAIN, 26));
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 6f);
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 80f);
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
        properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0f);
        properties.putValue(PreviewProperty.NODE_OPACITY, 85f);
        properties.putValue(PreviewProperty.EDGE_THICKNESS, 3f);
        properties.putValue(PreviewProperty.EDGE_OPACITY, 60f);
        properties.putValue(PreviewProperty.MARGIN, 8f);
        preview.refreshPreview();
        Lookup.getDefault().lookup(ExportController.class).exportFile(picture, workspace);
    }
}
