#include <condition_variable>
#include <deque>
#include <exception>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

#include "pipeline/pipeline.hpp"

namespace entente::pipeline {

namespace {

/// An article on its way through the workers; the place in the queue keeps the input order.
struct Job {
    articles::Article article;
    std::promise<std::optional<Analysis>> promise;
};

/// Articles waiting to be analysed, at most `capacity`, so that reading never runs far ahead.
class JobQueue {
public:
    explicit JobQueue(std::size_t capacity) : capacity_(capacity) {}

    void push(std::shared_ptr<Job> job) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [this] { return jobs_.size() < capacity_; });
        jobs_.push_back(std::move(job));
        work_.notify_one();
    }

    void close() {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
        work_.notify_all();
    }

    std::shared_ptr<Job> pop() {
        std::unique_lock lock(mutex_);
        work_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
        if (jobs_.empty()) return nullptr;
        std::shared_ptr<Job> job = std::move(jobs_.front());
        jobs_.pop_front();
        room_.notify_one();
        return job;
    }

private:
    std::mutex mutex_;
    std::condition_variable work_;
    std::condition_variable room_;
    std::deque<std::shared_ptr<Job>> jobs_;
    std::size_t capacity_;
    bool closed_ = false;
};

std::optional<Analysis> try_analyse(const articles::Article& article, const Knowledge& knowledge, Stage stage,
                                    base::Diagnostics& diagnostics) {
    try {
        return analyse(article, knowledge, stage);
    } catch (const base::DataError& problem) {
        diagnostics.error(problem);
    } catch (const std::exception& problem) {
        diagnostics.error({article.file, article.line}, "article '" + article.id + "': " + problem.what());
    }
    return std::nullopt;
}

}  // namespace

void analyse_all(const articles::Input& input, const Knowledge& knowledge, Stage stage, unsigned threads,
                 const AnalysisSink& sink, base::Diagnostics& diagnostics) {
    JobQueue queue(2 * threads);
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            while (const auto job = queue.pop()) {
                job->promise.set_value(try_analyse(job->article, knowledge, stage, diagnostics));
            }
        });
    }
    std::deque<std::pair<std::shared_ptr<Job>, std::future<std::optional<Analysis>>>> pending;
    const auto deliver = [&] {
        auto [job, future] = std::move(pending.front());
        pending.pop_front();
        if (auto analysis = future.get()) sink(job->article, *std::move(analysis));
    };
    try {
        articles::read_articles(
            input,
            [&](articles::Article article) {
                auto job = std::make_shared<Job>(Job{std::move(article), {}});
                pending.emplace_back(job, job->promise.get_future());
                queue.push(job);
                while (pending.size() > 4 * static_cast<std::size_t>(threads)) deliver();
                return true;
            },
            diagnostics);
        while (!pending.empty()) deliver();
    } catch (...) {
        queue.close();
        throw;
    }
    queue.close();
}

}  // namespace entente::pipeline
