#include "exporters/chunks.hpp"

#include "exporters/nquads_sink.hpp"
#include "exporters/triples.hpp"

namespace entente::exporters {

namespace {

class ChunkSink final : public NquadsSink {
public:
    ChunkSink(const Namespaces& namespaces, Output& output, std::string& text, std::size_t size,
              const std::function<void(const Chunk&)>& take)
        : NquadsSink(namespaces, output), output_(output), text_(text), size_(size), take_(take) {}

    void begin_graph(const std::string& iri) override {
        end();
        graph_ = iri;
        number_ = 0;
        begun_ = true;
    }
    void end_subject() override {
        if (statements() - before_ >= size_) hand_over();
    }
    void end() override {
        if (begun_ && (number_ == 0 || statements() > before_)) hand_over();
    }

private:
    void hand_over() {
        output_.flush();
        take_({graph_, number_++, statements() - before_, text_});
        text_.clear();
        before_ = statements();
    }

    Output& output_;
    std::string& text_;
    std::size_t size_;
    const std::function<void(const Chunk&)>& take_;
    std::string graph_;
    std::size_t number_ = 0;
    std::size_t before_ = 0;
    bool begun_ = false;
};

}  // namespace

void for_each_chunk(const ExportInput& input, const ExportOptions& options, std::size_t statements,
                    const std::function<void(const Chunk&)>& take) {
    const Namespaces namespaces(options.base_iri);
    std::string text;
    Output output([&text](std::string_view bytes) { text += bytes; });
    ChunkSink sink(namespaces, output, text, statements, take);
    write_triples(input, options, sink);
}

}  // namespace entente::exporters
